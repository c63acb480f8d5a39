using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Domain.Accounts;
using Participation.Domain.Uploads;
using Participation.Web.Accounts;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Uploads;

/// <summary>The image in the form of a text: uploaded with the form itself when there is no script, put under the text, taken out again.</summary>
public sealed class FormImages(UploadImage uploadImage)
{
    public const string FileField = "Bild";
    public const string AltField = "Bildtext";

    /// <summary>The form's buttons say with this what they do.</summary>
    public const string ActionField = "aktion";
    public const string Add = "bild";
    public const string Remove = "bild-weg:";

    /// <summary>Does what the form asks for with images. A file that was chosen is taken whatever button was pressed, so that it is not lost.</summary>
    /// <param name="page">The page; problems stand under the fields.</param>
    /// <param name="body">The text.</param>
    /// <param name="bodyField">Name of its field.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<FormStep> ApplyAsync(PageModel page, string? body, string bodyField, CancellationToken cancel)
    {
        var form = page.Request.Form;
        var (action, text) = (form[ActionField].ToString(), body ?? "");
        if (action.StartsWith(Remove, StringComparison.Ordinal))
            return Changed(page, bodyField, Guid.TryParse(action[Remove.Length..], out var id) ? TextImages.Without(text, id) : text, stays: true);
        if (Chosen(form).Count == 0 && action != Add) return new FormStep(text, Stays: false);
        if (page.User.ActorOrNull() is not { } actor) return Problem(page, text, FileField, UploadsTexts.SignInFirst);
        var taken = await TakeAsync(form, actor, cancel);
        if (!taken.Done) return Problem(page, text, taken.Refusal is AltTextIsMissing or AltTextIsTooLong ? AltField : FileField, Refusals.Text(taken.Refusal));
        return Changed(page, bodyField, $"{text.TrimEnd()}\n\n{TextImages.Markdown(taken.Value.Id.Value, taken.Value.Alt)}\n".TrimStart(), stays: action == Add);
    }

    /// <summary>Takes the one image that a form carries.</summary>
    public async Task<Outcome<UploadedImage>> TakeAsync(IFormCollection form, Actor actor, CancellationToken cancel)
    {
        var files = Chosen(form);
        if (files.Count > 1) return new OneFileAtATime();
        if (files.FirstOrDefault() is not { Length: > 0 } file) return new FileIsMissing();
        if (file.Length > Upload.MaxBytes) return new FileIsTooLarge(Upload.MaxMegabytes);
        return await uploadImage.ExecuteAsync(await ReadAsync(file, cancel), form[AltField].ToString(), actor, cancel);
    }

    /// <summary>A browser sends an empty file without a name when none was chosen. Files of other fields are the form's own business.</summary>
    private static List<IFormFile> Chosen(IFormCollection form) => [.. form.Files.Where(file => file.Name == FileField && (file.Length > 0 || !string.IsNullOrEmpty(file.FileName)))];

    internal static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancel);
        return content;
    }

    private static FormStep Changed(PageModel page, string field, string body, bool stays)
    {
        page.ModelState.Remove(field);
        page.ModelState.Remove(AltField);
        return new FormStep(body, stays);
    }

    private static FormStep Problem(PageModel page, string body, string field, string message)
    {
        page.ModelState.AddModelError(field, message);
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return new FormStep(body, Stays: true);
    }
}

/// <summary>What became of the images of a form.</summary>
/// <param name="Body">The text, with what was added or without what was taken out.</param>
/// <param name="Stays">Whether the form is shown again, because that was all that was asked for, or because something is wrong.</param>
public sealed record FormStep(string Body, bool Stays);
