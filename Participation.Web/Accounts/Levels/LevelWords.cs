using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.Levels;

/// <summary>Levels and ways to reach them, in the request's language.</summary>
public static class LevelWords
{
    /// <summary>By what a residence was confirmed.</summary>
    public static string Of(ResidenceMethod method) => method switch
    {
        ResidenceMethod.Letter => LevelsTexts.ByLetter,
        ResidenceMethod.Desk => LevelsTexts.AtDesk,
        _ => LevelsTexts.ByElectronicIdentity,
    };

    /// <summary>Which level is needed, said before anyone writes.</summary>
    public static string Needed(Verification required) => required is Verification.VerifiedResident ? LevelsTexts.NeedsConfirmed : LevelsTexts.NeedsDeclared;
}
