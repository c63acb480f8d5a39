using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;

namespace Participation.Tests.Support;

/// <summary>Ideas and answers in memory.</summary>
public static class An
{
    private static readonly Process Holding = A.Process(ModerationMode.PreModerateIdeas);
    private static int _count;

    /// <summary>An idea that came to a status by the steps that lead there, in one process that holds ideas back.</summary>
    public static Idea Idea(IdeaStatus status = IdeaStatus.Published, Process? process = null, Person? author = null, IdeaText? text = null)
    {
        process ??= Holding;
        author ??= A.Person();
        var number = Interlocked.Increment(ref _count);
        var idea = Domain.Ideas.Idea.Draft(IdeaId.New(A.Moment), process.Id, author.Id, null, text ?? A.IdeaText(), $"key-{number}", A.Moment);
        if (status is IdeaStatus.Draft) return idea;
        Assert.Null(idea.Submit(number, process, author, A.Moment));
        if (status is IdeaStatus.Submitted) return idea;
        if (status is not IdeaStatus.Declined && idea.Status is IdeaStatus.Submitted) Assert.Null(idea.Publish(process, A.Moderator, A.Moment));
        Assert.Null(status switch
        {
            IdeaStatus.Declined => idea.Decline("Werbung.", A.Moderator, A.Moment),
            IdeaStatus.UnderReview => idea.BeginReview(A.Moderator, A.Moment),
            IdeaStatus.Accepted => idea.Answer(Answer(), A.Moderator, A.Moment),
            IdeaStatus.PartlyAccepted => idea.Answer(Answer(AnswerOutcome.PartlyAccepted), A.Moderator, A.Moment),
            IdeaStatus.Rejected => idea.Answer(Answer(AnswerOutcome.Rejected), A.Moderator, A.Moment),
            IdeaStatus.InImplementation => idea.Answer(Answer(), A.Moderator, A.Moment) ?? idea.BeginImplementation(A.Moderator, A.Moment),
            IdeaStatus.Implemented => idea.Answer(Answer(), A.Moderator, A.Moment) ?? idea.CompleteImplementation(A.Moderator, A.Moment),
            IdeaStatus.Withdrawn => idea.Withdraw(null, A.Moment),
            IdeaStatus.Merged => idea.MergeInto(Idea(process: process), "Dieselbe Idee.", A.Moderator, A.Moment),
            _ => null,
        });
        Assert.Equal(status, idea.Status);
        return idea;
    }

    /// <summary>An answer that can be given.</summary>
    public static AnswerDraft Answer(AnswerOutcome outcome = AnswerOutcome.Accepted, string text = "Wir bauen sie.", DateOnly? next = null) =>
        new(outcome, A.Text(text), null, "Grünflächenamt", next);
}

/// <content>Things in memory.</content>
public static partial class A
{
    /// <summary>The instant at which everything in memory happens.</summary>
    public static readonly DateTimeOffset Moment = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Who decides.</summary>
    public static readonly PersonId Moderator = PersonId.New(Moment);

    private static int _count;

    /// <summary>A person.</summary>
    public static Person Person(Verification verification = Verification.Email, string name = "Kletterrose") =>
        Domain.Accounts.Person.Join(PersonId.New(Moment), name, Role.Citizen, verification, Moment);

    /// <summary>A process in which everything is open.</summary>
    public static Process Process(
        ModerationMode moderation = ModerationMode.PostModerate, StanceMode stances = StanceMode.ForNeutralAgainst, Verification required = Verification.Email,
        DateTimeOffset? closesAt = null) => Domain.Processes.Process.Create(ProcessId.New(Moment), "smart-city", Plan(moderation, stances, required, closesAt), Moment);

    /// <summary>A text that can be handed in.</summary>
    public static IdeaText IdeaText(string title = "Mehr Bänke am Markt", string body = "Auf dem Marktplatz fehlen Bänke im Schatten.", string? topic = "umwelt") =>
        new(title, "Kurz gesagt.", Text(body), topic, null);

    /// <summary>A comment under some idea, or a reply to one.</summary>
    public static Comment Comment(Comment? parent = null, bool held = false, int? number = null) => Domain.Discussions.Comment.Post(
        CommentId.New(Moment), new Subject(SubjectKind.Idea, Moderator.Value), number ?? Interlocked.Increment(ref _count), parent, Person().Id, null, CommentLabel.None,
        Text("Gute Idee."), held, $"key-{_count}", Moment);

    /// <summary>A comment that came to a status by the steps that lead there.</summary>
    public static Comment Comment(CommentStatus status)
    {
        var comment = Comment(held: status is CommentStatus.Queued or CommentStatus.Declined);
        Assert.Null(status switch
        {
            CommentStatus.Declined => comment.Decline("Werbung.", Moment),
            CommentStatus.Hidden => comment.Hide("Beleidigung.", Moment),
            CommentStatus.Deleted => comment.Delete(Moment),
            _ => null,
        });
        Assert.Equal(status, comment.Status);
        return comment;
    }
}
