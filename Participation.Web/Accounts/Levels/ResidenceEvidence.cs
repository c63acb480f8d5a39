using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.Levels;

/// <summary>What proves that someone lives in the city. Only hashes of it are kept.</summary>
/// <param name="Method">By what it was proven.</param>
/// <param name="Traits">Name and birth date, if they are known.</param>
/// <param name="Pseudonym">The authority and the lasting pseudonym it gave this site for the person.</param>
/// <param name="Assurance">How well the electronic identity was checked.</param>
/// <param name="IsResident">Whether the person lives in the city.</param>
/// <param name="ConfirmedBy">Who of the staff saw the document.</param>
public sealed record ResidenceEvidence(
    ResidenceMethod Method, PersonTraits? Traits, (string Issuer, string Value)? Pseudonym, AssuranceLevel Assurance, bool IsResident, PersonId? ConfirmedBy = null)
{
    /// <summary>
    /// What an external authority said. Name and birth date are worth giving if it said them: they alone tell that
    /// the person was confirmed by letter or at a desk before, in another account.
    /// </summary>
    public static ResidenceEvidence ByElectronicIdentity(AssuranceLevel assurance, bool isResident, string issuer, string? pseudonym, PersonTraits? traits = null) =>
        new(ResidenceMethod.ElectronicIdentity, traits, pseudonym is { Length: > 0 } value ? (issuer, value) : null, assurance, isResident);

    /// <summary>What staff saw at a desk.</summary>
    public static ResidenceEvidence AtDesk(PersonTraits traits, PersonId staff) => new(ResidenceMethod.Desk, traits, null, AssuranceLevel.None, IsResident: true, staff);
}
