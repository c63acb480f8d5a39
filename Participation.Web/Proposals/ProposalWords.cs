using System.Globalization;
using Participation.Domain.Proposals;

namespace Participation.Web.Proposals;

/// <summary>Words of proposals.</summary>
public static class ProposalWords
{
    private const decimal CentsPerEuro = 100m;

    /// <summary>Heading of a section.</summary>
    public static string Of(SectionKind section) => section switch
    {
        SectionKind.Background => ProposalsTexts.SectionBackground,
        SectionKind.Goal => ProposalsTexts.SectionGoal,
        SectionKind.Measures => ProposalsTexts.SectionMeasures,
        SectionKind.Costs => ProposalsTexts.SectionCosts,
        SectionKind.Schedule => ProposalsTexts.SectionSchedule,
        _ => ProposalsTexts.SectionParties,
    };

    /// <summary>Part of an address, the same in every language.</summary>
    public static string Anchor(SectionKind section) => section switch
    {
        SectionKind.Background => "ausgangslage",
        SectionKind.Goal => "ziel",
        SectionKind.Measures => "massnahmen",
        SectionKind.Costs => "kosten",
        SectionKind.Schedule => "zeitplan",
        _ => "beteiligte",
    };

    /// <summary>What an organisation does.</summary>
    public static string Of(ProposalAuthor author) => author switch
    {
        { Role: AuthorRole.Lead } => ProposalsTexts.RoleLead,
        { JoinedAt: null } => ProposalsTexts.RoleInvited,
        { Role: AuthorRole.CoAuthor } => ProposalsTexts.RoleCoAuthor,
        _ => ProposalsTexts.RoleAdviser,
    };

    /// <summary>Two letters for an organisation, beside its name.</summary>
    public static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).Take(2).Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture));
        return string.Concat(words);
    }

    /// <summary>An amount of money, without cents when there are none; a dash when nothing is said.</summary>
    public static string Euro(long? cents) => cents is { } amount ? (amount / CentsPerEuro).ToString(amount % 100 == 0 ? "N0" : "N2", CultureInfo.CurrentUICulture) + "\u00a0€" : "–";
}
