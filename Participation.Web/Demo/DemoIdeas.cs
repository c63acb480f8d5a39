using Participation.Domain;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>Ideas with everything that happened to them, as steps of one history.</summary>
internal sealed class DemoIdeas(ParticipationDbContext db, MarkdownText markdown, DemoPeople people, DemoCalendar calendar, DemoHistory history)
{
    private readonly Dictionary<string, Idea> _ideas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _homes = new(StringComparer.Ordinal);

    /// <summary>The idea under which something of this key is found today: the other one, when it was merged.</summary>
    public Idea HomeOf(string key) => _ideas[_homes[key]];

    public int Submitted { get; private set; }

    public void Add(IReadOnlyList<DemoIdea> ideas, Func<DemoIdea, Process> processOf, DateTimeOffset now)
    {
        foreach (var source in ideas)
        {
            var begun = source.SubmittedAt is { } submitted ? calendar.Move(submitted).AddHours(-1) : now.AddDays(-3);
            var process = processOf(source);
            var text = new IdeaText(source.Title, source.Summary, markdown.Format(source.BodyMarkdown), source.TopicKey, source.DistrictKey, null, source.Latitude, source.Longitude);
            var idea = Idea.Draft(IdeaId.New(begun), process.Id, people[source.AuthorKey].Id, null, text, source.Key, begun);
            (_ideas[source.Key], _homes[source.Key]) = (idea, source.MergedIntoKey ?? source.Key);
            db.Ideas.Add(idea);
            if (source.SubmittedAt is { } at) Plan(source, idea, process, calendar.Move(at));
        }
    }

    private void Plan(DemoIdea source, Idea idea, Process process, DateTimeOffset submittedAt)
    {
        history.Add(submittedAt, at => idea.Submit(++Submitted, process, people[source.AuthorKey], at));
        if (source.Status is IdeaStatus.Submitted) return;
        history.Add(submittedAt.AddMinutes(25), at => idea.Publish(process, people["moderation-a"].Id, at));
        if (source.Status is IdeaStatus.Withdrawn) history.Add(submittedAt.AddDays(45), at => idea.Withdraw(null, at));
        if (source.Status is IdeaStatus.UnderReview && source.OfficialAnswerAt is null) history.Add(submittedAt.AddDays(14), at => idea.BeginReview(people["moderation-b"].Id, at));
        if (source.OfficialAnswerAt is { } answered) PlanAnswer(source, idea, submittedAt, calendar.Move(answered));
    }

    private void PlanAnswer(DemoIdea source, Idea idea, DateTimeOffset submittedAt, DateTimeOffset at)
    {
        var text = markdown.Format(source.OfficialAnswerMarkdown);
        var by = people["moderation-b"].Id;
        if (source.MergedIntoKey is { } target)
        {
            var reason = PlainText.Of(text.Html);
            history.Add(at, now => idea.MergeInto(_ideas[target], reason[..Math.Min(reason.Length, IdeaEvent.NoteMaxLength)], by, now));
            return;
        }

        history.Add(submittedAt + (at - submittedAt) / 3, now => idea.BeginReview(by, now));
        var (outcome, next) = Outcome(source.Status);
        history.Add(at, now => idea.Answer(new AnswerDraft(outcome, text, people.City, null, next), by, now));
        if (source.Status is IdeaStatus.Implemented) history.Add(at.AddMinutes(1), now => idea.CompleteImplementation(by, now));
    }

    private (AnswerOutcome Outcome, DateOnly? Next) Outcome(IdeaStatus status) => status switch
    {
        IdeaStatus.UnderReview => (AnswerOutcome.Interim, calendar.Day(2027, 1, 29)),
        IdeaStatus.PartlyAccepted => (AnswerOutcome.PartlyAccepted, calendar.Day(2027, 3, 26)),
        IdeaStatus.Rejected => (AnswerOutcome.Rejected, null),
        IdeaStatus.Implemented => (AnswerOutcome.Accepted, null),
        _ => (AnswerOutcome.Accepted, calendar.Day(2027, 2, 26)),
    };
}

/// <summary>What happened, put in order of time before it is played: each step runs by the rules of its own day.</summary>
internal sealed class DemoHistory
{
    private readonly List<(DateTimeOffset At, Func<DateTimeOffset, Refusal?> Step)> _steps = [];

    public void Add(DateTimeOffset at, Func<DateTimeOffset, Refusal?> step) => _steps.Add((at, step));

    /// <summary>Plays everything. A refusal means that the content breaks a rule, which is a bug.</summary>
    public void Play()
    {
        foreach (var (at, step) in _steps.OrderBy(step => step.At))
            if (step(at) is { } refusal) throw new InvalidOperationException($"The demo content breaks a rule at {at:O}: {refusal}");
    }
}
