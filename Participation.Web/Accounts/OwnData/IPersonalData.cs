using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.OwnData;

/// <summary>
/// What a capability keeps of people: the seam through which their copy is made and through which they leave. Every table of the
/// database is named by one of these, or stands in the list of tables without personal data; a test sees to it.
/// </summary>
public interface IPersonalData
{
    /// <summary>Position in the copy, and in erasing.</summary>
    int Order { get; }

    /// <summary>The entities it answers for.</summary>
    IReadOnlyCollection<Type> Entities { get; }

    /// <summary>Everything it keeps of a person.</summary>
    Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel);

    /// <summary>
    /// Erases a bounded part in one transaction. What was erased by an earlier call, also of a process that died, is not there any more or
    /// is passed over; so calling until the answer is no is the whole work, whenever it begins.
    /// </summary>
    /// <returns>Whether something was done and more may be left.</returns>
    Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel);
}

/// <summary>Someone who leaves.</summary>
/// <param name="Id">Who.</param>
/// <param name="NormalizedEmail">The address by which invitations find them.</param>
/// <param name="Choice">What becomes of what they wrote.</param>
public sealed record LeavingPerson(PersonId Id, string? NormalizedEmail, ErasureChoice Choice)
{
    /// <summary>Whether texts go too.</summary>
    public bool TakesTextsAlong => Choice is ErasureChoice.Remove;
}
