using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Search;

/// <summary>
/// Searches everything that is public: ideas by the database's full-text index; processes, proposals, measures, services and text pages, of which a city
/// has few, word by word in memory. Seven queries, whatever is found.
/// </summary>
public sealed class SiteSearch(ParticipationDbContext db, IdeaQueries ideas, CityClock clock)
{
    /// <summary>Ideas that are shown; the list of ideas goes on from there.</summary>
    public const int IdeasShown = 10;

    private const int Most = 200;
    private const int MostServices = 2_000;
    private const int Shown = 20;
    private const int Around = 90;

    /// <summary>What contains every word.</summary>
    public async Task<SearchResult> FindAsync(string text, CancellationToken cancel)
    {
        var words = Words(text);
        if (words.Count == 0) return new SearchResult([], 0, [], [], [], [], []);
        var found = await ideas.SearchAsync(text, IdeasShown, cancel);
        var count = found.Count < IdeasShown ? found.Count : await ideas.CountAsync(new IdeaFilter(Text: text), cancel);
        var processes = await db.Processes.AsNoTracking().OrderByDescending(process => process.CreatedAt).Take(Most)
            .Select(process => new { process.Slug, process.Title, process.Question, process.Summary, process.Rules.Html }).ToListAsync(cancel);
        var proposals = await db.Proposals.ThatArePublic().OrderByDescending(proposal => proposal.Number).Take(Most).Select(proposal => new { proposal.Number, proposal.Title, proposal.Summary }).ToListAsync(cancel);
        var pages = await db.Pages.AsNoTracking().OrderBy(page => page.Title).Take(Most).Select(page => new { page.Slug, page.Title, page.Body.Html }).ToListAsync(cancel);
        var now = clock.Now;
        var measures = await db.Measures.ThatArePublic(now).OrderBy(measure => measure.Number).Take(Most).Select(measure => new { measure.Number, measure.Title, measure.Description.Html }).ToListAsync(cancel);
        var services = await db.OnlineServices.ThatArePublic(now).OrderBy(service => service.Name).Take(MostServices).Select(service => new { service.Number, service.Name, service.Description, service.Note, service.Key }).ToListAsync(cancel);
        return new SearchResult(
            found, count,
            [.. processes.Where(process => Match(words, process.Title, process.Question, process.Summary, PlainText.Of(process.Html))).Take(Shown)
                .Select(process => new SearchHit(Links.Process(process.Slug), process.Title, process.Summary))],
            [.. proposals.Where(proposal => Match(words, proposal.Title, proposal.Summary)).Take(Shown)
                .Select(proposal => new SearchHit(Links.Proposal(proposal.Number, proposal.Title), proposal.Title, proposal.Summary))],
            [.. pages.Select(page => (page.Slug, page.Title, Text: PlainText.Of(page.Html))).Where(page => Match(words, page.Title, page.Text)).Take(Shown)
                .Select(page => new SearchHit(Links.Page(page.Slug), page.Title, Excerpt(page.Text, words)))],
            [.. measures.Select(measure => (measure.Number, measure.Title, Text: PlainText.Of(measure.Html))).Where(measure => Match(words, measure.Title, measure.Text)).Take(Shown)
                .Select(measure => new SearchHit(Links.Measure(measure.Number, measure.Title), measure.Title, Excerpt(measure.Text, words)))],
            [.. services.Where(service => Match(words, service.Name, service.Description, service.Note ?? "", service.Key ?? "")).Take(Shown)
                .Select(service => new SearchHit(Links.Service(service.Number, service.Name), service.Name, service.Description))]);
    }

    /// <summary>Words as they are compared: small letters, umlauts written out, so that „Grün“ finds „gruen“ and the other way round.</summary>
    private static List<string> Words(string text) => [.. Slug.Fold(text).Split('-', StringSplitOptions.RemoveEmptyEntries).Take(8)];

    private static bool Match(List<string> words, params string[] texts)
    {
        var all = string.Join(' ', texts.Select(Folded));
        return words.TrueForAll(word => all.Contains(word, StringComparison.Ordinal));
    }

    private static string Folded(string text) => Slug.Fold(text).Replace('-', ' ');

    private static string Excerpt(string text, List<string> words)
    {
        var tokens = text.Split(' ');
        var at = Math.Max(0, Array.FindIndex(tokens, token => words.Exists(word => Slug.Fold(token).Contains(word, StringComparison.Ordinal))));
        var start = string.Join(' ', tokens[..at]).Length;
        var from = start <= Around ? 0 : text.IndexOf(' ', start - Around) + 1;
        var to = Math.Min(text.Length, start + Around);
        return $"{(from > 0 ? "… " : "")}{text[from..to].Trim()}{(to < text.Length ? " …" : "")}";
    }
}

/// <summary>What was found.</summary>
/// <param name="Ideas">The first ideas.</param>
/// <param name="IdeaCount">How many ideas there are in all.</param>
/// <param name="Processes">Processes.</param>
/// <param name="Proposals">Proposals, by title and summary.</param>
/// <param name="Pages">Text pages.</param>
/// <param name="Measures">Measures of the strategy.</param>
/// <param name="Services">Online services.</param>
public sealed record SearchResult(IReadOnlyList<IdeaRow> Ideas, int IdeaCount, IReadOnlyList<SearchHit> Processes, IReadOnlyList<SearchHit> Proposals, IReadOnlyList<SearchHit> Pages, IReadOnlyList<SearchHit> Measures, IReadOnlyList<SearchHit> Services)
{
    /// <summary>Everything that was found.</summary>
    public int Total => IdeaCount + Processes.Count + Proposals.Count + Pages.Count + Measures.Count + Services.Count;
}

/// <summary>A process, proposal or page that was found.</summary>
public sealed record SearchHit(string Address, string Title, string Text);
