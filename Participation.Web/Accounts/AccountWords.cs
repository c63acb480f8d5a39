using Participation.Domain.Accounts;

namespace Participation.Web.Accounts;

/// <summary>Roles and levels of trust in the request's language.</summary>
internal static class AccountWords
{
    public static string Of(Role role) => role switch
    {
        Role.Partner => AccountsTexts.RolePartner,
        Role.Moderator => AccountsTexts.RoleModerator,
        Role.Administrator => AccountsTexts.RoleAdministrator,
        _ => AccountsTexts.RoleCitizen,
    };

    public static string Of(Verification verification) => verification switch
    {
        Verification.Email => AccountsTexts.VerificationEmail,
        Verification.SelfDeclaredResident => AccountsTexts.VerificationSelfDeclaredResident,
        Verification.VerifiedResident => AccountsTexts.VerificationVerifiedResident,
        _ => AccountsTexts.VerificationNone,
    };
}
