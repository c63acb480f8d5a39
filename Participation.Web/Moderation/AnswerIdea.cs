using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>Publishes an official answer and tells everyone involved once.</summary>
public sealed class AnswerIdea(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(int number, AnswerDraft answer, int expectedVersion, Actor actor, CancellationToken cancel) => cases.AdvanceAsync(
        new CaseOrder(number, expectedVersion, actor), "idea.answer", (idea, _, now) => idea.Answer(answer, actor.Person, now), NotificationKind.IdeaAnswered, cancel);
}
