using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Discussions;
using Participation.Domain.Texts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Feeds;

namespace Participation.Web.Texts;

/// <summary>New versions of a text and what is said about its passages, as a feed: <c>/texte/3/feed.atom</c>.</summary>
internal sealed class TextFeed(ParticipationDbContext db, CityClock clock, IOptions<CityOptions> city)
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/texte/{number:int}/feed.atom", OneAsync)
        .AllowAnonymous().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription()
        .WithMetadata(new OutputCacheAttribute { PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Texts, CacheTags.Organisations] });

    private static async Task<IResult> OneAsync(int number, HttpContext http, TextFeed feed, AtomWriter atom, CancellationToken cancel)
    {
        http.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(CacheTags.Text(number));
        return atom.Answer(http, await feed.OfAsync(number, cancel));
    }

    /// <summary>What happened to a public text, newest first: four queries.</summary>
    /// <exception cref="NotFoundException">There is none, or it was never public.</exception>
    /// <exception cref="GoneException">It was withdrawn.</exception>
    public async Task<Feed> OfAsync(int number, CancellationToken cancel)
    {
        var text = await db.DiscussedTexts.AsNoTracking().Where(candidate => candidate.Number == number).Select(candidate => new { candidate.Id, candidate.Title, candidate.Lead.Html, candidate.Publication }).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException();
        text.Publication.EnsurePublic(clock);
        var (since, address) = (text.Publication.From!.Value, Links.Text(number, text.Title));
        var entries = (await VersionsAsync(text.Id, since, number, address, cancel)).Concat(await CommentsAsync(text.Id, number, cancel));
        return new Feed(Name(number), text.Title, Markdown.PlainText.Teaser(text.Html, 200), Links.TextFeed(number), address, [.. entries.OrderByDescending(entry => entry.Published).Take(Feed.Most)]) { Since = since };
    }

    private async Task<IEnumerable<FeedEntry>> VersionsAsync(DiscussedTextId id, DateTimeOffset since, int number, string address, CancellationToken cancel)
    {
        var (now, subject) = (clock.Now, Subject.Of(id));
        var all = await db.ContentVersions.AsNoTracking().Where(version => version.SubjectKind == subject.Kind && version.SubjectId == subject.Id && version.At <= now).OrderByDescending(version => version.Number).Take(Feed.Most)
            .Select(version => new { version.Number, version.Title, version.Note, version.At }).ToListAsync(cancel);
        // Of what was saved as a draft only the last became public, when the text did.
        var first = all.Find(version => version.At <= since);
        return all.Where(version => version.At > since || version == first).Select(version => new FeedEntry(
            Name(number, "fassung", version.Number.ToString(CultureInfo.InvariantCulture)), version == first ? version.Title : CityTexts.FeedVersion.With(version.Title),
            version == first ? address : Links.TextVersions(number), version == first ? since : version.At, version == first ? since : version.At, city.Value.Name)
        { Summary = version.Note });
    }

    private async Task<IEnumerable<FeedEntry>> CommentsAsync(DiscussedTextId id, int number, CancellationToken cancel)
    {
        var passages = await db.TextPassages.AsNoTracking().Where(passage => passage.TextId == id && passage.CommentCount > 0)
            .Select(passage => new { passage.Id, passage.Number, passage.Position, IsStruck = passage.StruckAt != null }).ToDictionaryAsync(passage => passage.Id.Value, cancel);
        var comments = await db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == SubjectKind.TextPassage && passages.Keys.Contains(comment.SubjectId) && comment.Status == CommentStatus.Published)
            .OrderByDescending(comment => comment.PostedAt).Take(Feed.Most).Select(comment => new
            {
                comment.Id, comment.SubjectId, comment.Number, comment.Body.Html, comment.PostedAt, comment.EditedAt, Author = db.People.Where(person => person.Id == comment.AuthorId).Select(person => person.DisplayName).First(),
            }).ToListAsync(cancel);
        return comments.Select(comment => (Comment: comment, Passage: passages[comment.SubjectId])).Select(one => new FeedEntry(
            Name(number, "beitrag", one.Comment.Id.Value.ToString("N")), CityTexts.FeedComment.With(one.Comment.Author, one.Passage.IsStruck ? PassageTexts.StruckPassage : CityTexts.Paragraph.With(one.Passage.Position)),
            Links.Comment(DiscussionKey.OfPassage(one.Passage.Number), one.Comment.Number), one.Comment.PostedAt, one.Comment.EditedAt > one.Comment.PostedAt ? one.Comment.EditedAt.Value : one.Comment.PostedAt, one.Comment.Author)
        { Html = one.Comment.Html });
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"text:{number}");

    private static string Name(int number, string part, string which) => $"{Name(number)}:{part}:{which}";
}
