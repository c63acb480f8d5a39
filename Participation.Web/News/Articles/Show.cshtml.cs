using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.News.Articles;

/// <summary>One article. Drafts are for the staff; a withdrawn one says why it is gone.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.News, CacheTags.Documents])]
public sealed class ShowModel(ArticleQueries queries, Attachments attachments, CityClock clock) : PageModel
{
    private const int MoreShown = 3;

    public ArticleView Article { get; private set; } = null!;

    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    /// <summary>Other articles with its first keyword.</summary>
    public IReadOnlyList<ArticleRow> More { get; private set; } = [];

    public bool IsModerator { get; private set; }

    public string Address => Links.Article(Article.Number, Article.Title);

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        Article = await queries.FindAsync(number, cancel) ?? throw new NotFoundException();
        IsModerator = User.ActorOrNull()?.IsModerator == true;
        if (!IsModerator && Article.Publication.StateAt(clock.Now) is var state and not PublicationState.Published)
            throw state is PublicationState.Withdrawn ? new GoneException(Article.Publication.Reason ?? "") : new NotFoundException();
        if (slug != Links.Ending(Article.Title)) return LocalRedirectPermanent(Address);
        Documents = await attachments.OfAsync(Subject.Of(ArticleId.From(Article.Id)), cancel);
        if (Article.Keywords is [var first, ..])
            More = [.. (await queries.ListAsync(new ArticleFilter(first.Slug), 0, MoreShown + 1, cancel)).Where(other => other.Number != number).Take(MoreShown)];
        return Page();
    }
}
