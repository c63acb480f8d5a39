using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.Factors;

/// <summary>The second step of signing in. Its tries are those of the password: knowing it brings no more of them.</summary>
public sealed class SignInWithCode(PendingSignIn pending, SignInAttempts attempts, CodeCheck codes, AccountSignIn signIn, AuthoritySessions authorities)
{
    /// <returns>Whether the person is signed in now.</returns>
    public async Task<bool> ExecuteAsync(string code, CancellationToken cancel)
    {
        if (await pending.FindAsync() is not var (account, stay, method, level) || !await signIn.CanSignInAsync(account) || !await attempts.TakeAsync(account.Id, cancel) || !await codes.UseAsync(account, code, cancel)) return false;
        await attempts.ForgetAsync(account.Id, cancel);
        await pending.EndAsync();
        await signIn.EnterAsync(account, stay, [method, SessionClaims.Code], level);
        if (method is SessionClaims.External) await authorities.AttachAsync(account, cancel);
        return true;
    }
}
