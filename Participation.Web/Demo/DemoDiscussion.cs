using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>Comments, the decisions that hid some of them, and where people stand.</summary>
internal sealed class DemoDiscussion(ParticipationDbContext db, MarkdownText markdown, DemoPeople people, DemoCalendar calendar, DemoIdeas ideas, DemoHistory history)
{
    private const int HoursToDecide = 2;

    private readonly Dictionary<string, Comment> _comments = new(StringComparer.Ordinal);
    private readonly Dictionary<CommentId, Comment> _byId = [];

    public int Decided { get; private set; }

    public int Reported { get; private set; }

    public void Add(IReadOnlyList<DemoComment> comments)
    {
        foreach (var source in comments)
        {
            history.Add(calendar.Move(source.PostedAt), at => Post(source, at));
            if (source.HiddenAt is { } hidden) history.Add(calendar.Move(hidden), at => Hide(source, at));
        }
    }

    /// <summary>The demo city's moderators have looked at everything but the newest comments.</summary>
    public void LookAtBefore(DateTimeOffset instant)
    {
        foreach (var comment in _comments.Values.Where(comment => comment.PostedAt < instant)) comment.MarkSeen(comment.TextVersion);
    }

    /// <summary>Stances: supporters are for it, others stand as their last comment says; authors have none.</summary>
    public void AddStances(IReadOnlyList<DemoIdea> sources, IReadOnlyList<DemoComment> comments)
    {
        var stances = new Dictionary<(IdeaId, PersonId), Stance>();
        foreach (var comment in comments.OrderBy(comment => comment.PostedAt)) Take(comment.IdeaKey, comment.AuthorKey, comment.Stance, calendar.Move(comment.PostedAt));
        foreach (var source in sources.Where(source => source.SubmittedAt is not null))
            foreach (var (key, index) in source.SupporterKeys.Select((key, index) => (key, index)))
                Take(source.Key, key, StanceKind.For, calendar.Move(source.SubmittedAt!.Value).AddHours(3 + 11 * index));
        db.Stances.AddRange(stances.Values);
        foreach (var group in stances.Values.GroupBy(stance => stance.IdeaId))
            db.Ideas.Local.Single(idea => idea.Id == group.Key).Count(group.Aggregate(default(StanceCounts), (counts, stance) => counts.With(stance.Kind, 1)));

        void Take(string ideaKey, string personKey, StanceKind kind, DateTimeOffset at)
        {
            var (idea, person) = (ideas.HomeOf(ideaKey), people[personKey].Id);
            if (idea.AuthorId != person) stances[(idea.Id, person)] = Stance.Take(idea.Id, person, kind, 1, at);
        }
    }

    private Refusal? Post(DemoComment source, DateTimeOffset at)
    {
        var idea = ideas.HomeOf(source.IdeaKey);
        var parent = source.ParentKey is null ? null : _comments[source.ParentKey];
        var comment = Comment.Post(CommentId.New(at), Subject.Of(idea.Id), idea.NextCommentNumber(), parent, people[source.AuthorKey].Id,
            people.OrganisationOf(source.AuthorKey), LabelOf(source), markdown.Format(source.BodyMarkdown), held: false, source.Key, at);
        _comments[source.Key] = _byId[comment.Id] = comment;
        db.Comments.Add(comment);
        idea.CountComment(1, at);
        foreach (var above in Above(comment)) above.CountReply(1);
        _byId[comment.RootId].Touch(at);
        return null;
    }

    private Refusal? Hide(DemoComment source, DateTimeOffset at)
    {
        var comment = _comments[source.Key];
        var facts = source.HiddenReason ?? "";
        if (comment.Hide(facts, at) is { } refusal) return refusal;
        ideas.HomeOf(source.IdeaKey).CountComment(-1, null);
        var ground = GroundOf(facts);
        var decision = Decision.Make(++Decided, Subject.Of(comment.Id), comment.AuthorId, Measure.Hide, ground, facts, people[source.HiddenByKey!].Id, at, DecisionSource.Notice);
        db.Decisions.Add(decision);
        Report(comment, ground, decision, source.Key, at);
        return null;
    }

    /// <summary>What was hidden had been reported before, by somebody whose name is forgotten by now.</summary>
    private void Report(Comment comment, Ground ground, Decision decision, string key, DateTimeOffset decidedAt)
    {
        var reason = ground switch { Ground.Advertising => NoticeReason.Spam, Ground.PersonalData => NoticeReason.PersonalData, _ => NoticeReason.Netiquette };
        var received = decidedAt.AddHours(-HoursToDecide - Reported % 3) is var at && at > comment.PostedAt ? at : comment.PostedAt;
        var notice = Notice.Receive(++Reported, Subject.Of(comment.Id), comment.TextVersion, reason, "", new NoticeSender(null, null, null, Languages.All[0]), 0, SecretHash.Of(key), received);
        notice.Settle(NoticeOutcome.ActedOn, decision.Id, decidedAt);
        db.Notices.Add(notice);
    }

    private IEnumerable<Comment> Above(Comment comment)
    {
        for (var parent = comment.ParentId; parent is { } id; parent = _byId[id].ParentId) yield return _byId[id];
    }

    private static CommentLabel LabelOf(DemoComment source) => source.Stance switch
    {
        StanceKind.For => CommentLabel.For,
        StanceKind.Against => CommentLabel.Against,
        _ => source.BodyMarkdown.TrimEnd().EndsWith('?') ? CommentLabel.Question : CommentLabel.None,
    };

    /// <summary>The reasons name the section of the Netiquette.</summary>
    private static Ground GroundOf(string reason) => reason switch
    {
        _ when reason.Contains("„Respekt“", StringComparison.Ordinal) => Ground.Respect,
        _ when reason.Contains("„Keine Werbung", StringComparison.Ordinal) => Ground.Advertising,
        _ when reason.Contains("„Persönliche Daten“", StringComparison.Ordinal) => Ground.PersonalData,
        _ => Ground.OffTopic,
    };
}
