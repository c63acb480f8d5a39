using Participation.Domain;

namespace Participation.Web.Accounts.Organisations;

/// <summary>What the administration says about an organisation.</summary>
public sealed record OrganisationProfile(string Name, string Kind, string? Website, FormattedText About);
