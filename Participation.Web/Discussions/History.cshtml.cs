using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>What a comment said before; public as long as the comment is.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache))]
public sealed class HistoryModel(ParticipationDbContext db, MarkdownText markdown, CityClock clock) : PageModel
{
    private const int MaxVersions = 50;

    public DiscussionKey Discussion { get; private set; }

    public int Number { get; private set; }

    public string Author { get; private set; } = "";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<(int Number, string Html, string At)> Versions { get; private set; } = [];

    public async Task OnGetAsync(int idea, int number, CancellationToken cancel)
    {
        (Discussion, Number) = (this.Discussion(idea), number);
        HttpContext.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(CacheTags.Page(Discussion));
        var (subject, comment) = await db.CommentAsync(Discussion, number, cancel);
        if (subject is Idea { HiddenAt: not null } || comment.Status is CommentStatus.Hidden or CommentStatus.Deleted) throw new GoneException(comment.RemovalReason ?? "");
        if (!subject.IsPublicAt(clock.Now) || !comment.IsVisible) throw new NotFoundException();
        Author = await db.People.Where(person => person.Id == comment.AuthorId).Select(person => person.DisplayName).SingleAsync(cancel);
        var images = (await db.Uploads.AsNoTracking().Where(upload => upload.UsedById == comment.Id.Value).OrderBy(upload => upload.CreatedAt).Take(Domain.Uploads.Upload.MostPerText).Select(upload => upload.Id).ToListAsync(cancel)).Select(id => id.Value).ToHashSet();
        Versions =
        [
            (comment.TextVersion, comment.Body.Html, clock.Time(comment.EditedAt ?? comment.PostedAt)),
            .. comment.Versions.OrderByDescending(version => version.Number).Take(MaxVersions)
                .Select(version => (version.Number, TextImages.InWords(markdown.Format(version.Body, string.Create(CultureInfo.InvariantCulture, $"v{version.Number}")).Html, images.Contains, alt => DiscussionsTexts.ImageGone.With(alt)), clock.Time(version.WrittenAt))),
        ];
    }
}
