using System.Text.RegularExpressions;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>The text pages that every site starts with; the notice about invented content only with the demo city.</summary>
internal sealed partial class DemoPages(ParticipationDbContext db, MarkdownText markdown)
{
    public void Add(bool demo, DateTimeOffset now)
    {
        foreach (var page in DemoContent.Read<DemoPage>("pages").Concat(DemoContent.MarkdownPages()))
            if (demo || page.Slug != DemoState.PageSlug)
                Add(page.Slug, new PageText(page.Title, markdown.Format(PlainLink().Replace(page.BodyMarkdown, "](/seite/${slug})"))), now);
        if (!demo) return;
        foreach (var page in DemoContent.KnowledgePages()) Add(page.Slug, new PageText(page.Title, markdown.Format(page.BodyMarkdown), page.Section, page.Summary), now);
    }

    private void Add(string slug, PageText text, DateTimeOffset now)
    {
        var page = Page.Write(PageId.New(now), slug, text, now);
        if (page.Change(text, new PublicationChange(PublicationStep.Publish), null, 0, now) is { } refusal) throw new InvalidDataException($"{slug}: {refusal}");
        db.Pages.Add(page);
        db.ContentVersions.Add(ContentVersion.Of(Subject.Of(page.Id), 1, page.Title, page.Body.Markdown, null, null, now));
    }

    /// <summary>Links of the content to other pages are plain slugs.</summary>
    [GeneratedRegex("\\]\\((?<slug>[a-z0-9-]+)\\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainLink();
}
