using Participation.Domain;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.Factors;

/// <summary>Signs someone in with a passkey, which asks for the person itself: no password and no code.</summary>
public sealed class SignInWithPasskey(PasskeyCeremony passkeys, AccountSignIn signIn)
{
    /// <returns>The refusal, or null when the person is signed in.</returns>
    public async Task<Refusal?> ExecuteAsync(string answer, bool stay)
    {
        if (await passkeys.UsedAsync(answer) is not { } account) return new WrongPasskey();
        await signIn.EnterAsync(account, stay, SessionClaims.Key);
        return null;
    }

    /// <summary>The signed-in person proves once more who they are.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> ProveAsync(Account account, string answer)
    {
        if (await passkeys.UsedAsync(answer) is not { } used || used.Id != account.Id) return new WrongPasskey();
        await signIn.ProveAsync(used, SessionClaims.Key);
        return null;
    }
}
