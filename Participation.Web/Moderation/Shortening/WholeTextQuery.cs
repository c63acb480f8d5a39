using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Shortening;

/// <summary>Reads a text as it was written, to copy passages from.</summary>
public sealed class WholeTextQuery(ParticipationDbContext db)
{
    /// <exception cref="NotFoundException">There is no such contribution.</exception>
    public async Task<WholeText> FindAsync(DiscussionKey discussion, int? comment, CancellationToken cancel)
    {
        if (comment is { } number) return Of(await db.CommentAsync(discussion, number, cancel));
        var idea = discussion.IsIdea ? discussion.Number : throw new NotFoundException();
        var home = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == idea && candidate.Status != IdeaStatus.Draft, cancel) ?? throw new NotFoundException();
        return new WholeText(home.Title, string.Join("\n\n", new[] { home.Title, home.Summary, home.Body.Markdown, home.Place }.Where(part => !string.IsNullOrEmpty(part))), home.Body.Markdown, home.Version);
    }

    private static WholeText Of((IDiscussed Home, Comment Comment) found) => new(found.Home.Title, found.Comment.Body.Markdown, found.Comment.Body.Markdown, found.Comment.Version);
}

/// <summary>A text as it was written.</summary>
/// <param name="Title">Title of the idea, or of the text that is discussed.</param>
/// <param name="Markdown">All of it.</param>
/// <param name="Body">The part that is rendered.</param>
/// <param name="Version">Version of the contribution.</param>
public sealed record WholeText(string Title, string Markdown, string Body, int Version);
