using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Feeds;

namespace Participation.Web.Ideas;

/// <summary>What happens to one idea, as a feed: <c>/ideen/17/feed.atom</c>.</summary>
internal static class IdeaFeeds
{
    public static void MapIdeaFeeds(this IEndpointRouteBuilder app) => app.MapGet("/ideen/{number:int}/feed.atom", OneAsync)
        .AllowAnonymous().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription()
        .WithMetadata(new OutputCacheAttribute { PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Organisations] });

    private static async Task<IResult> OneAsync(int number, HttpContext http, IdeaFeed feed, AtomWriter atom, CancellationToken cancel)
    {
        http.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(CacheTags.Idea(number));
        return atom.Answer(http, await feed.OfAsync(number, cancel));
    }
}

/// <summary>Ideas as entries of feeds, and the events of one. Only what everybody may read; who took which stance is nowhere in it.</summary>
internal sealed class IdeaFeed(ParticipationDbContext db, IOptions<CityOptions> city) : IFeedSource
{
    private const int TitleOfComment = 80;

    public async Task<IReadOnlyList<FeedEntry>> NewestAsync(FeedScope scope, int most, CancellationToken cancel)
    {
        var ideas = db.Ideas.ThatArePublic();
        if (scope.Topic is { } topic) ideas = ideas.Where(idea => idea.TopicKey == topic);
        if (scope.District is { } district) ideas = ideas.Where(idea => idea.DistrictKey == district);
        var rows = await ideas.OrderByDescending(idea => idea.PublishedAt).ThenByDescending(idea => idea.Number).Take(most).Select(idea => new
        {
            Number = idea.Number ?? 0, idea.Title, idea.Summary, idea.Body.Html, idea.PublishedAt, idea.CreatedAt,
            // A comment is no change of the idea: readers would be shown the same text again and again.
            Changed = db.Set<IdeaEvent>().Where(step => step.IdeaId == idea.Id).Max(step => (DateTimeOffset?)step.At),
            Author = db.Organisations.Where(organisation => organisation.Id == idea.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault()
                ?? db.People.Where(person => person.Id == idea.AuthorId).Select(person => person.DisplayName).First(),
            Topic = db.Topics.Where(topic => topic.Key == idea.TopicKey).Select(topic => topic.Name).FirstOrDefault(),
            District = db.Districts.Where(district => district.Key == idea.DistrictKey).Select(district => district.Name).FirstOrDefault(),
        }).ToListAsync(cancel);
        return [.. rows.Select(row => new FeedEntry(
            Name(row.Number), row.Title, Links.Idea(row.Number, row.Title), row.PublishedAt ?? row.CreatedAt, Later(row.PublishedAt ?? row.CreatedAt, row.Changed), row.Author)
        {
            Summary = row.Summary, Html = row.Html, Categories = [.. new[] { row.Topic, row.District }.OfType<string>()],
        })];
    }

    /// <summary>Status, answers and comments of an idea. An idea that nobody may read any more has no feed either.</summary>
    public async Task<Feed> OfAsync(int number, CancellationToken cancel)
    {
        var idea = await db.Ideas.AsNoTracking().Where(candidate => candidate.Number == number)
            .Select(candidate => new { candidate.Id, candidate.Title, candidate.Summary, candidate.Status, candidate.HiddenAt, candidate.PublishedAt, candidate.RemovalReason }).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException();
        if (idea.HiddenAt is not null && idea.PublishedAt is not null) throw new GoneException(idea.RemovalReason ?? "");
        if (idea.PublishedAt is not { } since || !idea.Status.IsPublic()) throw new NotFoundException();
        var address = Links.Idea(number, idea.Title);
        var entries = (await StepsAsync(idea.Id, number, address, since, cancel)).Concat(await AnswersAsync(idea.Id, number, address, cancel)).Concat(await CommentsAsync(idea.Id, number, idea.Title, cancel));
        return new Feed(Name(number), idea.Title, idea.Summary, Links.IdeaFeed(number), address, [.. entries.OrderByDescending(entry => entry.Published).Take(Feed.Most)]) { Since = since };
    }

    private async Task<IEnumerable<FeedEntry>> StepsAsync(IdeaId idea, int number, string address, DateTimeOffset since, CancellationToken cancel)
    {
        // An answer is an entry with its text; what happened before anybody could read the idea is nobody's business.
        var steps = await db.Set<IdeaEvent>().AsNoTracking().Where(step => step.IdeaId == idea && step.Kind != IdeaEventKind.Answered && step.Kind != IdeaEventKind.Submitted && step.At >= since)
            .OrderByDescending(step => step.At).Take(Feed.Most).ToListAsync(cancel);
        return steps.Select(step => new FeedEntry(
            Name(number, "schritt", step.Id.Value), AnswerWords.Step(new IdeaStep(step.Kind, step.At, step.Note, step.OtherNumber, step.Outcome)), address, step.At, step.At, city.Value.Name)
        { Summary = step.Note });
    }

    private async Task<IEnumerable<FeedEntry>> AnswersAsync(IdeaId idea, int number, string address, CancellationToken cancel)
    {
        var answers = await db.Set<OfficialAnswer>().AsNoTracking().Where(answer => answer.IdeaId == idea).OrderByDescending(answer => answer.AnsweredAt).Take(Feed.Most)
            .Select(answer => new { answer.Id, answer.Outcome, answer.Text.Html, answer.AnsweredAt, Organisation = db.Organisations.Where(o => o.Id == answer.ResponsibleOrganisationId).Select(o => o.Name).FirstOrDefault() })
            .ToListAsync(cancel);
        return answers.Select(answer => new FeedEntry(
            Name(number, "antwort", answer.Id.Value), AnswerWords.Title(answer.Outcome).With(answer.Organisation ?? DetailTexts.TheCity), $"{address}#antwort", answer.AnsweredAt, answer.AnsweredAt,
            answer.Organisation ?? city.Value.Name)
        { Html = answer.Html });
    }

    private async Task<IEnumerable<FeedEntry>> CommentsAsync(IdeaId idea, int number, string title, CancellationToken cancel)
    {
        var comments = await db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == SubjectKind.Idea && comment.SubjectId == idea.Value && comment.Status == CommentStatus.Published)
            .OrderByDescending(comment => comment.PostedAt).Take(Feed.Most)
            .Select(comment => new { comment.Id, comment.Number, comment.Body.Html, comment.PostedAt, comment.EditedAt, Author = db.People.Where(person => person.Id == comment.AuthorId).Select(person => person.DisplayName).First() })
            .ToListAsync(cancel);
        return comments.Select(comment => new FeedEntry(
            Name(number, "beitrag", comment.Id.Value), Markdown.PlainText.Cut(DetailTexts.FeedComment.With(comment.Author, title), TitleOfComment), Links.Comment(number, comment.Number),
            comment.PostedAt, Later(comment.PostedAt, comment.EditedAt), comment.Author)
        { Html = comment.Html });
    }

    /// <summary>Comments get another number when ideas are merged, so what is inside an idea is named by what never changes.</summary>
    private static string Name(int number, string part, Guid id) => string.Create(CultureInfo.InvariantCulture, $"idee:{number}:{part}:{id:N}");

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"idee:{number}");

    private static DateTimeOffset Later(DateTimeOffset first, DateTimeOffset? second) => second > first ? second.Value : first;
}
