using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Participation.Web.Shared;

/// <summary>
/// One field of a form as KERN draws it: label, hint, control, error, all tied together for screen readers.
/// <c>&lt;field for="Input.Title" label="…" hint="…" /&gt;</c>; with <c>items</c> a select, with <c>rows</c> a text area.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public int Rows { get; set; }

    public int MaxLength { get; set; }

    public bool Optional { get; set; }

    /// <summary>Whether the form says once that fields may stay empty, so that none of them repeats it.</summary>
    public bool Unmarked { get; set; }

    public string? Autocomplete { get; set; }

    public string? InputMode { get; set; }

    /// <summary>Id of a list of suggestions.</summary>
    public string? List { get; set; }

    /// <summary>Whether several suggestions may stand in the field, with commas between them.</summary>
    public bool Many { get; set; }

    /// <summary>Class on the control, for widths.</summary>
    public string? Width { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ModelState.TryGetValue(Name, out var entry);
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "kern-form-input" : "kern-form-input kern-form-input--error");
        output.Content.SetHtmlContent(new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<label class=\"kern-label\" for=\"{Id}\">{Html(Label)}")
            .Append(Optional && !Unmarked ? $" <span class=\"kern-label__optional\">{Html(SharedTexts.Optional)}</span>" : "")
            .Append("</label>")
            .Append(Hint is null ? "" : $"<div class=\"kern-hint\" id=\"{Id}-hint\">{Html(Hint)}</div>")
            .Append(Control(entry, error))
            .Append(error is null ? "" : ErrorText(Id, error))
            .ToString());
    }

    internal static string ErrorText(string id, string error) =>
        $"<p class=\"kern-error\" id=\"{id}-error\"><span class=\"kern-icon kern-icon--danger kern-icon--default\" aria-hidden=\"true\"></span><span class=\"kern-body\">{Html(error)}</span></p>";

    private string Control(ModelStateEntry? entry, string? error)
    {
        var value = Type == "password" ? "" : entry?.AttemptedValue ?? Formatted(For.Model);
        var attributes = Attributes(error);
        if (Items is not null) return Select(value, attributes, error);
        if (Rows > 0) return $"<textarea class=\"kern-form-input__input\" rows=\"{Rows}\"{attributes}>\n{Html(value)}</textarea>";
        return $"<input class=\"kern-form-input__input{(error is null ? "" : " kern-form-input__input--error")}{(Width is null ? "" : " " + Width)}\" type=\"{Type}\" value=\"{Html(value)}\"{attributes}>";
    }

    private string Select(string value, string attributes, string? error)
    {
        var options = new StringBuilder();
        foreach (var item in Items ?? [])
            options.Append(CultureInfo.InvariantCulture, $"<option value=\"{Html(item.Value)}\"{((item.Value ?? "") == value ? " selected" : "")}>{Html(item.Text)}</option>");
        return $"<div class=\"kern-form-input__select-wrapper{(error is null ? "" : " kern-form-input__select-wrapper--error")}\"><select class=\"kern-form-input__select\"{attributes}>{options}</select></div>";
    }

    private string Attributes(string? error)
    {
        var describedBy = string.Join(' ', new[] { Hint is null ? "" : $"{Id}-hint", error is null ? "" : $"{Id}-error" }.Where(id => id.Length > 0));
        var attributes = new StringBuilder().Append(CultureInfo.InvariantCulture, $" id=\"{Id}\" name=\"{Name}\"");
        if (!Optional) attributes.Append(" aria-required=\"true\"");
        if (describedBy.Length > 0) attributes.Append(CultureInfo.InvariantCulture, $" aria-describedby=\"{describedBy}\"");
        if (error is not null) attributes.Append(" aria-invalid=\"true\"");
        if (MaxLength > 0) attributes.Append(CultureInfo.InvariantCulture, $" maxlength=\"{MaxLength}\"");
        if (Autocomplete is not null) attributes.Append(CultureInfo.InvariantCulture, $" autocomplete=\"{Html(Autocomplete)}\"");
        if (InputMode is not null) attributes.Append(CultureInfo.InvariantCulture, $" inputmode=\"{Html(InputMode)}\"");
        if (List is not null) attributes.Append(CultureInfo.InvariantCulture, $" list=\"{Html(List)}\"{(Many ? " data-many" : "")}");
        return attributes.ToString();
    }

    private static string Formatted(object? model) => model switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(model, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Html(string? text) => WebUtility.HtmlEncode(text ?? "");
}
