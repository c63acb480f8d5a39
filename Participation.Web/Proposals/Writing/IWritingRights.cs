using Participation.Domain.Accounts;
using Participation.Domain.Proposals;

namespace Participation.Web.Proposals.Writing;

/// <summary>Who reads and writes a shared text now. Asked for every message, so that whoever lost a right loses it at once.</summary>
public interface IWritingRights
{
    /// <summary>In which part someone may write; null when they may not, now.</summary>
    Task<Writer?> AsWriterAsync(SharedTextId text, PersonId person, CancellationToken cancel);

    /// <summary>Whether someone, or any visitor, may read along.</summary>
    Task<bool> MayReadAsync(SharedTextId text, Actor? actor, CancellationToken cancel);
}

/// <summary>Someone who writes.</summary>
/// <param name="Person">Who.</param>
/// <param name="Organisation">For which organisation.</param>
/// <param name="Name">Public name of the person.</param>
/// <param name="OrganisationName">Name of the organisation.</param>
public sealed record Writer(PersonId Person, OrganisationId Organisation, string Name, string OrganisationName);
