using CsCheck;
using Participation.Domain;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

/// <summary>Whatever is tried in whatever order, an idea goes only the ways that its life-cycle draws.</summary>
public sealed class IdeaLifePropertyTests
{
    private static readonly IdeaStatus[] Decided = [IdeaStatus.Accepted, IdeaStatus.PartlyAccepted, IdeaStatus.Rejected];

    /// <summary>Where an idea may go from each status; a newer answer replaces an older one. Withdrawn and merged ideas go nowhere.</summary>
    private static readonly Dictionary<IdeaStatus, IdeaStatus[]> Ways = new()
    {
        [IdeaStatus.Draft] = [IdeaStatus.Submitted, IdeaStatus.Published],
        [IdeaStatus.Submitted] = [IdeaStatus.Published, IdeaStatus.Declined, IdeaStatus.Withdrawn, IdeaStatus.Merged],
        [IdeaStatus.Declined] = [IdeaStatus.Published],
        [IdeaStatus.Published] = [IdeaStatus.UnderReview, .. Decided, IdeaStatus.Withdrawn, IdeaStatus.Merged],
        [IdeaStatus.UnderReview] = [.. Decided, IdeaStatus.Withdrawn, IdeaStatus.Merged],
        [IdeaStatus.Accepted] = [.. Decided, IdeaStatus.InImplementation, IdeaStatus.Implemented],
        [IdeaStatus.PartlyAccepted] = [.. Decided, IdeaStatus.InImplementation, IdeaStatus.Implemented],
        [IdeaStatus.Rejected] = Decided,
        [IdeaStatus.InImplementation] = [.. Decided, IdeaStatus.Implemented],
        [IdeaStatus.Implemented] = Decided,
        [IdeaStatus.Withdrawn] = [],
        [IdeaStatus.Merged] = [],
    };

    private static readonly Func<Idea, Process, DateTimeOffset, Refusal?>[] Steps =
    [
        (idea, process, now) => idea.Submit(1, process, A.Person(), now),
        (idea, process, now) => idea.EditDraft(A.IdeaText("Weniger Bänke"), process.Id, null, now),
        (idea, process, now) => idea.Publish(process, A.Moderator, now),
        (idea, _, now) => idea.Decline("Werbung.", A.Moderator, now),
        (idea, _, now) => idea.Revise(A.IdeaText($"Bänke um {now.Ticks}"), idea.AuthorId, now),
        (idea, _, now) => idea.Revise(A.IdeaText("Kurz"), idea.AuthorId, now),
        (idea, _, now) => idea.Withdraw(null, now),
        (idea, _, now) => idea.BeginReview(A.Moderator, now),
        (idea, _, now) => idea.Answer(An.Answer(AnswerOutcome.Interim), A.Moderator, now),
        (idea, _, now) => idea.Answer(An.Answer(AnswerOutcome.Accepted), A.Moderator, now),
        (idea, _, now) => idea.Answer(An.Answer(AnswerOutcome.PartlyAccepted), A.Moderator, now),
        (idea, _, now) => idea.Answer(An.Answer(AnswerOutcome.Rejected), A.Moderator, now),
        (idea, _, now) => idea.BeginImplementation(A.Moderator, now),
        (idea, _, now) => idea.CompleteImplementation(A.Moderator, now),
        (idea, process, now) => idea.MergeInto(An.Idea(process: process), "Dieselbe.", A.Moderator, now),
        (idea, _, now) => idea.Hide("Beleidigung.", now),
        (idea, _, _) => idea.Restore(),
    ];

    [Fact]
    public void Every_sequence_of_steps_keeps_to_the_life_cycle() => Gen.Select(Gen.Enum<ModerationMode>(), Gen.Int[0, Steps.Length - 1].Array[0, 25])
        .Sample((moderation, steps) =>
        {
            var (process, now) = (A.Process(moderation), A.Moment);
            var idea = An.Idea(IdeaStatus.Draft, process);
            foreach (var step in steps)
            {
                var (before, events) = (IdeaState.Of(idea), idea.Events.ToList());
                now = now.AddHours(1);
                if (Steps[step](idea, process, now) is not null) Assert.Equal(before, IdeaState.Of(idea));
                else Assert.True(idea.Version > before.Version, "An allowed step is noticed by whoever reads at the same time.");
                if (idea.Status != before.Status) Assert.Contains(idea.Status, Ways[before.Status]);
                Assert.Equal(events, idea.Events.Take(events.Count));
                Holds(idea);
            }
        });

    [Fact]
    public void Every_status_has_its_ways() => Assert.Equal(Enum.GetValues<IdeaStatus>().Order(), Ways.Keys.Order());

    private static void Holds(Idea idea)
    {
        Assert.Equal(idea.Status is IdeaStatus.Draft, idea.Number is null);
        Assert.Equal(idea.Status is IdeaStatus.Draft ? 0 : idea.TextVersion, idea.Versions.Count);
        Assert.Equal(idea.Status is IdeaStatus.Merged, idea.MergedIntoId is not null);
        Assert.Equal(idea.Status is IdeaStatus.Declined || (idea.HiddenAt is not null && idea.PublishedAt is not null), idea.RemovalReason is not null);
        if (idea.IsPublic) Assert.NotNull(idea.PublishedAt);
        if (idea.Status.IsAnswered()) Assert.NotEmpty(idea.Answers);
        if (idea.Status is not IdeaStatus.Draft && idea.Versions[^1] is { } last) Assert.Equal(last.Title, idea.Title);
    }
}
