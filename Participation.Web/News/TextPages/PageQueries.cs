using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.News;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;

namespace Participation.Web.News.TextPages;

/// <summary>Reads text pages, and the knowledge area that some of them make up.</summary>
public sealed class PageQueries(ParticipationDbContext db, Versions versions, CityClock clock)
{
    /// <summary>Most pages of the knowledge area that are listed.</summary>
    public const int MostKnowledge = 500;

    /// <summary>One page, whoever may read it; null when there is none.</summary>
    public Task<PageView?> FindAsync(string slug, CancellationToken cancel) => db.Pages.AsNoTracking().Where(page => page.Slug == slug)
        .Select(page => new PageView(page.Id.Value, page.Slug, page.Title, page.Body.Html, page.Section, page.Summary, page.Publication, page.ChangedAt)).SingleOrDefaultAsync(cancel);

    /// <summary>The knowledge area, by section.</summary>
    public async Task<IReadOnlyList<KnowledgeSection>> KnowledgeAsync(CancellationToken cancel) =>
        [.. (await RowsAsync(db.Pages.ThatArePublic(clock.Now), MostKnowledge, cancel)).GroupBy(page => Slug.From(page.Section)).OrderBy(section => section.Key, StringComparer.Ordinal)
            .Select(section => new KnowledgeSection(section.Key, section.First().Section, [.. section]))];

    /// <summary>Pages of the knowledge area that contain every word.</summary>
    public Task<IReadOnlyList<KnowledgeRow>> SearchKnowledgeAsync(string text, int most, CancellationToken cancel) => RowsAsync(Containing(text), most, cancel);

    /// <summary>All public pages that contain every word, with their text.</summary>
    public async Task<IReadOnlyList<FoundPage>> SearchAsync(string text, int most, CancellationToken cancel) =>
        await Containing(text).OrderBy(page => page.Title).Take(most).Select(page => new FoundPage(page.Slug, page.Title, page.Body.Html)).ToListAsync(cancel);

    private IQueryable<Page> Containing(string text)
    {
        var (found, words) = (db.Pages.ThatArePublic(clock.Now), SearchableWords.In(text));
        if (words.Count == 0) return found.Where(_ => false);
        foreach (var word in words) found = found.Where(page => page.Words.Contains(word));
        return found;
    }

    /// <summary>The texts that everybody could read, newest first.</summary>
    public Task<IReadOnlyList<PublicVersion>> VersionsAsync(PageView page, CancellationToken cancel) => versions.PublicAsync(Subject.Of(PageId.From(page.Id)), page.Publication, clock.Now, cancel);

    private static async Task<IReadOnlyList<KnowledgeRow>> RowsAsync(IQueryable<Page> pages, int most, CancellationToken cancel) => await pages.Where(page => page.Section != null)
        .OrderBy(page => page.Section).ThenBy(page => page.Title).Take(most).Select(page => new KnowledgeRow(page.Slug, page.Title, page.Section!, page.Summary)).ToListAsync(cancel);
}

/// <summary>A page that was found.</summary>
public sealed record FoundPage(string Slug, string Title, string Html);
