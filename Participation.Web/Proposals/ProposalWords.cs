using System.Globalization;
using Participation.Domain.Proposals;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>Words for the values of a proposal.</summary>
public static class ProposalWords
{
    private static readonly string[] Seals = ["", "seal--c", "seal--b"];

    public static string Of(ProposalStatus status) => Named("Status_" + status);

    public static string Of(ProposalStage stage) => Named("Stage_" + stage);

    public static string Of(AuthorRole role) => Named("Role_" + role);

    /// <summary>What an organisation does, or that it was only asked.</summary>
    public static string Of(PartyView party) => party.JoinedAt is null ? ProposalsTexts.Asked : Of(party.Role);

    /// <summary>What happened.</summary>
    public static string Of(ProposalStep step) => Named("Step_" + step.Kind).With(step.Organisation);

    /// <summary>Who reads the draft.</summary>
    public static string Readers(bool readAlong) => readAlong ? ProposalsTexts.ReadersAll : ProposalsTexts.ReadersInside;

    /// <summary>What becomes of a signature that is missing or given.</summary>
    public static string Signature(PartyView party, CityClock clock) => party.SignedAt is { } at ? ProposalsTexts.SignedOn.With(clock.Day(at)) : ProposalsTexts.NotSigned;

    /// <summary>Two letters for an organisation.</summary>
    public static string Seal(string name)
    {
        var words = name.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).Select(word => char.ToUpper(word[0], CultureInfo.CurrentCulture)).ToArray();
        return words.Length switch { 0 => "·", 1 => $"{words[0]}", _ => $"{words[0]}{words[1]}" };
    }

    /// <summary>One of three looks, so that neighbours differ.</summary>
    public static string SealCss(int index) => Seals[index % Seals.Length];

    private static string Named(string key) => ProposalsTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"ProposalsTexts has no {key}.");
}
