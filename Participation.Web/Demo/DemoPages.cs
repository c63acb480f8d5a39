using System.Text.RegularExpressions;
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
                db.Pages.Add(Page.Write(page.Slug, page.Title, markdown.Format(PlainLink().Replace(page.BodyMarkdown, "](/seite/${slug})")), now));
    }

    /// <summary>Links of the content to other pages are plain slugs.</summary>
    [GeneratedRegex("\\]\\((?<slug>[a-z0-9-]+)\\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainLink();
}
