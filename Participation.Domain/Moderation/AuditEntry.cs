using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Moderation;

/// <summary>Who did what to which item. Written in the transaction of the change, never edited.</summary>
public sealed class AuditEntry
{
    /// <summary>Longest action, in characters.</summary>
    public const int ActionMaxLength = 60;

    /// <summary>Longest detail, in characters.</summary>
    public const int DetailMaxLength = 1000;

    private AuditEntry() { }

    /// <summary>Internal identity.</summary>
    public AuditEntryId Id { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who; null for the system.</summary>
    public PersonId? ActorId { get; private set; }

    /// <summary>What, as <c>idea.publish</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>To what.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>To what.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The reason or the difference, without personal data.</summary>
    public string? Detail { get; private set; }

    /// <summary>Writes down an action.</summary>
    public static AuditEntry Of(string action, Subject subject, PersonId? actor, DateTimeOffset at, string? detail = null) => new()
    {
        Id = AuditEntryId.New(at), Action = action, SubjectKind = subject.Kind, SubjectId = subject.Id, ActorId = actor, At = at, Detail = detail,
    };
}
