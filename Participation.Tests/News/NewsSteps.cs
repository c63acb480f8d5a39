using System.Globalization;
using AngleSharp.Html.Dom;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Tests.Support;
using Participation.Web.Markdown;
using Participation.Web.News.Articles;
using Participation.Web.News.TextPages;
using Participation.Web.Shared;

namespace Participation.Tests.News;

/// <summary>Articles and pages for tests.</summary>
internal static class NewsSteps
{
    public const string ArticleForm = "#meldung";
    public const string PageForm = "#seite";

    /// <summary>A text that can be published.</summary>
    public static ArticleText Text(string title = "Ein neuer Brunnen", string keywords = "Lintorf, Mobilität", string? topic = null, string? district = null) =>
        new(title, "Am Markt sprudelt es.", A.Text("Seit Samstag."), Words(keywords), null, null, topic, district);

    /// <summary>Keywords as they are typed.</summary>
    public static IReadOnlyList<Keyword> Words(string list)
    {
        Assert.Null(Keyword.Parse(list, out var keywords));
        return keywords;
    }

    /// <summary>Saves a new article; published unless another step is said.</summary>
    public static async Task<int> ArticleAsync(this TestSite site, Actor moderator, ArticleText? text = null, PublicationChange? step = null)
    {
        var saved = await site.UseAsync<SaveArticle, Outcome<SavedText>>(save => save.ExecuteAsync(null, new ArticleOrder(text ?? Text(), step ?? new PublicationChange(PublicationStep.Publish), []), moderator, default));
        Assert.Null(saved.Refusal);
        return saved.Value!.Number;
    }

    /// <summary>Saves a new page; published unless another step is said.</summary>
    public static async Task PageAsync(this TestSite site, Actor moderator, string slug, string title, string body, string? section = null, PublicationStep step = PublicationStep.Publish)
    {
        var text = new PageText(title, await site.InScopeAsync(services => Task.FromResult(((MarkdownText)services.GetService(typeof(MarkdownText))!).Format(body))), section, section is null ? null : "Kurz gesagt.");
        Assert.Null((await site.UseAsync<SavePage, Outcome<SavedPage>>(save => save.ExecuteAsync(slug, isNew: true, new PageOrder(text, new PublicationChange(step), null), moderator, default))).Refusal);
    }

    /// <summary>The fields of a form that makes an article public.</summary>
    public static Dictionary<string, string> Filled(Dictionary<string, string>? other = null) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Input.Title"] = "Ein neuer Brunnen", ["Input.Teaser"] = "Am Markt sprudelt es.", ["Input.Body"] = "Seit **Samstag**.", ["Input.Keywords"] = "Lintorf,  mobilität ; Lintorf", ["Input.Publish.Step"] = "Publish",
    }.Concat(other ?? []).GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Value);

    /// <summary>What a page would send.</summary>
    public static Dictionary<string, string> Sent(IHtmlDocument page, string form) => Browsing.Fields((IHtmlFormElement)page.QuerySelector(form)!);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
