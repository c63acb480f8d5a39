using Participation.Domain;
using Participation.Domain.Ideas;

namespace Participation.Tests.Ideas;

/// <summary>Everything of an idea that a step can change, to prove that a refused step changed nothing.</summary>
internal sealed record IdeaState(
    IdeaStatus Status, int Version, int TextVersion, string Title, string Body, string? Topic, int Events, int Answers, int Versions, DateTimeOffset? HiddenAt,
    string? Reason, DateOnly? NextDate, IdeaId? MergedInto, int? Number, DateTimeOffset ActiveAt)
{
    public static IdeaState Of(Idea idea) => new(
        idea.Status, idea.Version, idea.TextVersion, idea.Title, idea.Body.Markdown, idea.TopicKey, idea.Events.Count, idea.Answers.Count, idea.Versions.Count,
        idea.HiddenAt, idea.RemovalReason, idea.NextDate, idea.MergedIntoId, idea.Number, idea.ActiveAt);

    /// <summary>Tries a step that must be refused and must leave the idea as it was.</summary>
    public static T Refused<T>(Idea idea, Func<Idea, Refusal?> step) where T : Refusal
    {
        var before = Of(idea);
        var refusal = Assert.IsType<T>(step(idea));
        Assert.Equal(before, Of(idea));
        return refusal;
    }

    /// <summary>From which statuses a step is possible; every other one refuses with the given type and stays as it was.</summary>
    public static void PossibleOnlyFrom<T>(IdeaStatus[] allowed, Func<Idea, Refusal?> step) where T : Refusal
    {
        foreach (var status in Enum.GetValues<IdeaStatus>())
        {
            var idea = An(status);
            if (allowed.Contains(status)) Assert.Null(step(idea));
            else Refused<T>(idea, step);
        }
    }

    private static Idea An(IdeaStatus status) => Support.An.Idea(status);
}
