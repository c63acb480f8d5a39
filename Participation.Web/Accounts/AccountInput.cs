using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>What several forms check alike; errors go to the field's key.</summary>
internal static class AccountInput
{
    public static void CheckName(this ModelStateDictionary state, string key, string name)
    {
        if (!NewPerson.IsName(name)) state.AddModelError(key, string.Format(AccountsTexts.NameInvalid, Domain.Accounts.Person.DisplayNameMaxLength));
        else if (NewPerson.HasAddress(name)) state.AddModelError(key, Refusals.Text(new NameHasAddress()));
    }

    public static void CheckEmail(this ModelStateDictionary state, string key, string email)
    {
        if (!NewPerson.IsEmail(email.Trim())) state.AddModelError(key, AccountsTexts.EmailInvalid);
    }

    public static void CheckPassword(this ModelStateDictionary state, string key, string password, params string[] known)
    {
        if (PasswordRule.Problem(password, known) is { } problem) state.AddModelError(key, problem);
    }
}
