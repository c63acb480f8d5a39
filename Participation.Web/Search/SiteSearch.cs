using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.News;
using Participation.Web.Council;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.News.Articles;
using Participation.Web.News.TextPages;
using Participation.Web.Shared;

namespace Participation.Web.Search;

/// <summary>
/// Searches everything that is public: ideas and papers by the database's full-text index; articles, text pages and discussed texts by the words that are kept beside them; processes, proposals,
/// measures, services, results and bodies, of which a city has few, word by word in memory. Thirteen queries, whatever is found.
/// </summary>
public sealed class SiteSearch(ParticipationDbContext db, IdeaQueries ideas, ArticleQueries articles, PageQueries pages, PaperQueries papers, CouncilSearch council, CityClock clock)
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
        var words = FoldedWords.Of(text);
        if (words.Count == 0) return new SearchResult([], 0, [], [], [], []);
        var found = await ideas.SearchAsync(text, IdeasShown, cancel);
        var count = found.Count < IdeasShown ? found.Count : await ideas.CountAsync(new IdeaFilter(Text: text), cancel);
        var processes = await db.Processes.AsNoTracking().OrderByDescending(process => process.CreatedAt).Take(Most)
            .Select(process => new { process.Slug, process.Title, process.Question, process.Summary, process.Rules.Html }).ToListAsync(cancel);
        var proposals = await db.Proposals.ThatArePublic().OrderByDescending(proposal => proposal.Number).Take(Most).Select(proposal => new { proposal.Number, proposal.Title, proposal.Summary }).ToListAsync(cancel);
        var news = await articles.SearchAsync(text, Shown, cancel);
        var pagesFound = await pages.SearchAsync(text, Shown, cancel);
        var now = clock.Now;
        var measures = await db.Measures.ThatArePublic(now).OrderBy(measure => measure.Number).Take(Most).Select(measure => new { measure.Number, measure.Title, measure.Description.Html }).ToListAsync(cancel);
        var services = await db.OnlineServices.ThatArePublic(now).OrderBy(service => service.Name).Take(MostServices).Select(service => new { service.Number, service.Name, service.Description, service.Note, service.Key }).ToListAsync(cancel);
        var results = await db.Results.ThatArePublic(now).OrderByDescending(result => result.Number).Take(Most).Select(result => new { result.Number, result.Title, result.Summary }).ToListAsync(cancel);
        var texts = await TextsAsync(text, now, cancel);
        var papersFound = await papers.ListAsync(new PaperFilter { Text = text }, 1, Shown, cancel);
        var bodies = await council.BodiesAsync(words, Shown, cancel);
        var meetings = await council.MeetingsAsync(words, Shown, cancel);
        return new SearchResult(
            found, count,
            [.. processes.Where(process => FoldedWords.Match(words, process.Title, process.Question, process.Summary, PlainText.Of(process.Html))).Take(Shown)
                .Select(process => new SearchHit(Links.Process(process.Slug), process.Title, process.Summary))],
            [.. proposals.Where(proposal => FoldedWords.Match(words, proposal.Title, proposal.Summary)).Take(Shown)
                .Select(proposal => new SearchHit(Links.Proposal(proposal.Number, proposal.Title), proposal.Title, proposal.Summary))],
            [.. news.Select(article => new SearchHit(Links.Article(article.Number, article.Title), article.Title, article.Teaser))],
            [.. pagesFound.Select(page => new SearchHit(Links.Page(page.Slug), page.Title, Excerpt(PlainText.Of(page.Html), words)))])
        {
            Measures = [.. measures.Select(measure => (measure.Number, measure.Title, Text: PlainText.Of(measure.Html))).Where(measure => FoldedWords.Match(words, measure.Title, measure.Text)).Take(Shown)
                .Select(measure => new SearchHit(Links.Measure(measure.Number, measure.Title), measure.Title, Excerpt(measure.Text, words)))],
            Services = [.. services.Where(service => FoldedWords.Match(words, service.Name, service.Description, service.Note ?? "", service.Key ?? "")).Take(Shown)
                .Select(service => new SearchHit(Links.Service(service.Number, service.Name), service.Name, service.Description))],
            Papers = [.. papersFound.Select(paper => new SearchHit(Links.Paper(paper.Number, paper.Name), paper.Name, string.Join(" · ", new[] { paper.Type, paper.Reference, CouncilWords.Of(paper.Stage) }.OfType<string>())))],
            Texts = [.. texts.Select(found => found with { Text = Excerpt(found.Text, words) })],
            Bodies = bodies,
            Meetings = meetings,
            Results = [.. results.Where(result => FoldedWords.Match(words, result.Title, result.Summary)).Take(Shown).Select(result => new SearchHit(Links.Result(result.Number, result.Title), result.Title, result.Summary))],
        };
    }

    /// <summary>Discussed texts by their titles, introductions and passages; the hit leads to the first passage with one of the words.</summary>
    private async Task<IReadOnlyList<SearchHit>> TextsAsync(string text, DateTimeOffset now, CancellationToken cancel)
    {
        var (found, words) = (db.DiscussedTexts.ThatArePublic(now), SearchableWords.In(text));
        if (words.Count == 0) return [];
        foreach (var word in words) found = found.Where(candidate => candidate.Words.Contains(word) || candidate.Passages.Any(passage => passage.StruckAt == null && passage.Words.Contains(word)));
        var rows = await found.OrderByDescending(candidate => candidate.Number).Take(Shown).Select(candidate => new
        {
            candidate.Number, candidate.Title, candidate.Lead.Html,
            Passage = candidate.Passages.Where(passage => passage.StruckAt == null && words.Any(word => passage.Words.Contains(word))).OrderBy(passage => passage.Order).Select(passage => new { passage.Number, passage.Body.Html }).FirstOrDefault(),
        }).ToListAsync(cancel);
        return rows.ConvertAll(row => row.Passage is { } passage
            ? new SearchHit(Links.PassageInText(row.Number, row.Title, passage.Number), row.Title, PlainText.Of(passage.Html)) : new SearchHit(Links.Text(row.Number, row.Title), row.Title, PlainText.Of(row.Html)));
    }

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
/// <param name="News">Articles.</param>
/// <param name="Pages">Text pages.</param>
public sealed record SearchResult(IReadOnlyList<IdeaRow> Ideas, int IdeaCount, IReadOnlyList<SearchHit> Processes, IReadOnlyList<SearchHit> Proposals, IReadOnlyList<SearchHit> News,
    IReadOnlyList<SearchHit> Pages)
{
    /// <summary>Everything that was found.</summary>
    public int Total => IdeaCount + Processes.Count + Proposals.Count + News.Count + Pages.Count + Measures.Count + Services.Count + Papers.Count + Bodies.Count + Meetings.Count + Results.Count + Texts.Count;

    /// <summary>Measures of the strategy.</summary>
    public IReadOnlyList<SearchHit> Measures { get; init; } = [];

    /// <summary>Online services.</summary>
    public IReadOnlyList<SearchHit> Services { get; init; } = [];

    /// <summary>Papers, by their words and those of their files.</summary>
    public IReadOnlyList<SearchHit> Papers { get; init; } = [];

    /// <summary>Texts that are discussed, by their titles and passages.</summary>
    public IReadOnlyList<SearchHit> Texts { get; init; } = [];

    /// <summary>Bodies, by their names.</summary>
    public IReadOnlyList<SearchHit> Bodies { get; init; } = [];

    /// <summary>Meetings, by their names and the public items of their agendas.</summary>
    public IReadOnlyList<SearchHit> Meetings { get; init; } = [];

    /// <summary>Results of processes.</summary>
    public IReadOnlyList<SearchHit> Results { get; init; } = [];
}

/// <summary>Anything that was found, but for ideas.</summary>
public sealed record SearchHit(string Address, string Title, string Text);
