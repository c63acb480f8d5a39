using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Texts;

/// <summary>Reads texts that are discussed, with their passages: <c>/api/v1/texts</c>. What is said about a passage is at <c>/api/v1/passages/{number}/comments</c>.</summary>
internal static class TextsApi
{
    public static void MapTextsApi(this IEndpointRouteBuilder app)
    {
        var reads = app.ApiReads("Texte");
        reads.MapGet("/texts", ListAsync).Produces<ApiPage<ApiTextRow>>().WithName("listTexts").WithSummary("Texte in Diskussion auflisten")
            .WithDescription("Öffentliche Texte, über die Absatz für Absatz gesprochen wird, nach Nummer.");
        reads.MapGet("/texts/{number:int}", OneAsync).Produces<ApiText>().WithName("readText").WithSummary("Einen Text mit seinen Absätzen lesen")
            .WithDescription("In der Reihenfolge des Textes. Gestrichene Absätze, zu denen etwas gesagt wurde, stehen mit „struckAt“ dabei.").WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
    }

    private static async Task<IResult> ListAsync(
        TextsApiQueries queries, HttpContext http, CancellationToken cancel,
        [Description("Aus „next“ der vorigen Seite.")] int after = 0, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit)
    {
        var fields = new ApiFields();
        ApiQuery.Limit(fields, limit);
        if (fields.Any) return fields.Problem();
        return TypedResults.Ok(ApiPages.Of(http, await queries.ListAsync(after, limit + 1, cancel), limit, row => row.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> OneAsync([Description("Öffentliche Nummer.")] int number, TextsApiQueries queries, CancellationToken cancel) => TypedResults.Ok(await queries.OneAsync(number, cancel));
}

/// <summary>Reads texts for the API: what the pages show everybody.</summary>
internal sealed class TextsApiQueries(ParticipationDbContext db, CityClock clock)
{
    /// <summary>Public texts in order of their numbers.</summary>
    public async Task<List<ApiTextRow>> ListAsync(int after, int take, CancellationToken cancel)
    {
        var rows = await db.DiscussedTexts.ThatArePublic(clock.Now).Where(text => text.Number > after).OrderBy(text => text.Number).Take(take).Select(text => new
        {
            text.Number, text.Title, Process = db.Processes.Where(process => process.Id == text.ProcessId).Select(process => process.Slug).First(), text.Publication.From, text.ChangedAt,
            Passages = text.Passages.Count(passage => passage.Level == 0 && passage.StruckAt == null), Comments = text.Passages.Sum(passage => passage.CommentCount),
        }).ToListAsync(cancel);
        return rows.ConvertAll(row => new ApiTextRow(row.Number, Links.Text(row.Number, row.Title), row.Title, row.Process, row.From, row.ChangedAt, row.Passages, row.Comments));
    }

    /// <summary>One text: two queries.</summary>
    /// <exception cref="NotFoundException">There is none, or it was never public.</exception>
    /// <exception cref="GoneException">It was withdrawn.</exception>
    public async Task<ApiText> OneAsync(int number, CancellationToken cancel)
    {
        var text = await db.DiscussedTexts.AsNoTracking().Where(candidate => candidate.Number == number).Select(candidate => new
        {
            candidate.Id, candidate.Title, candidate.Lead.Markdown, candidate.Lead.Html, candidate.Publication, candidate.ChangedAt,
            Process = db.Processes.Where(process => process.Id == candidate.ProcessId).Select(process => process.Slug).First(),
        }).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        text.Publication.EnsurePublic(clock);
        var passages = await db.TextPassages.AsNoTracking().Where(passage => passage.TextId == text.Id).OrderBy(passage => passage.Order).ThenBy(passage => passage.Number)
            .Select(passage => new { passage.Number, passage.Position, passage.Level, passage.Body.Markdown, passage.Body.Html, passage.ChangedAt, passage.StruckAt, passage.CommentCount }).ToListAsync(cancel);
        return new ApiText(number, Links.Text(number, text.Title), text.Title, text.Process, text.Markdown, text.Html, text.Publication.From, text.ChangedAt,
            [.. passages.Select(passage => new ApiPassage(passage.Number, Links.Passage(passage.Number), passage.Level > 0 ? null : passage.Position, passage.Level, passage.Markdown, passage.Html, passage.ChangedAt, passage.StruckAt, passage.CommentCount))]);
    }
}

/// <summary>A text in the list.</summary>
[Description("Ein Text in Diskussion.")]
public sealed record ApiTextRow(
    int Number, [property: Description("Adresse auf der Website.")] string Url, string Title, [property: Description("Adresse des Verfahrens.")] string Process,
    DateTimeOffset? PublishedAt, DateTimeOffset ChangedAt, [property: Description("Absätze, zu denen geschrieben werden kann.")] int Passages, [property: Description("Öffentliche Beiträge zu allen Absätzen.")] int Comments);

/// <summary>A text with its passages.</summary>
[Description("Ein Text in Diskussion mit seinen Absätzen.")]
public sealed record ApiText(
    int Number, [property: Description("Adresse auf der Website.")] string Url, string Title, [property: Description("Adresse des Verfahrens.")] string Process,
    [property: Description("Einleitung in Markdown.")] string Lead, [property: Description("Dieselbe als bereinigtes HTML.")] string LeadHtml,
    DateTimeOffset? PublishedAt, DateTimeOffset ChangedAt, IReadOnlyList<ApiPassage> Passages);

/// <summary>A passage of a text.</summary>
[Description("Ein Absatz oder eine Überschrift.")]
public sealed record ApiPassage(
    [property: Description("Nummer unter allen Absätzen aller Texte; sie bleibt.")] int Number, [property: Description("Adresse auf der Website.")] string Url,
    [property: Description("Der wievielte Absatz des Textes; null für eine Überschrift.")] int? Position, [property: Description("Ebene einer Überschrift, 0 für einen Absatz.")] int Level,
    [property: Description("Text in Markdown.")] string Body, [property: Description("Derselbe als bereinigtes HTML.")] string BodyHtml,
    [property: Description("Wann der Wortlaut zuletzt geändert wurde.")] DateTimeOffset? ChangedAt, [property: Description("Wann er gestrichen wurde.")] DateTimeOffset? StruckAt,
    [property: Description("Öffentliche Beiträge.")] int Comments);
