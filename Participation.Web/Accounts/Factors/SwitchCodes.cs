using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Factors;

/// <summary>Switches the codes of an authenticator app on and off, and makes new recovery codes. Other sessions end, this one goes on.</summary>
public sealed class SwitchCodes(ParticipationDbContext db, UserManager<Account> users, CodeSecrets secrets, AccountSignIn signIn, EndSessions end, SecurityMails mails, TimeProvider clock)
{
    /// <summary>Switches them on with the first right code of the offered secret.</summary>
    /// <returns>The recovery codes, shown now and never again; or the refusal.</returns>
    public async Task<Outcome<IReadOnlyList<string>>> OnAsync(Account account, string offered, string code, CancellationToken cancel)
    {
        var typed = string.Concat(code.Where(char.IsAsciiDigit));
        if (account.TwoFactorEnabled || secrets.Accept(account.Id, offered) is not { } secret || Totp.StepOf(secret, typed, clock.GetUtcNow()) is not { } step) return new WrongCode();
        (account.CodeSecret, account.CodeStep, account.TwoFactorEnabled) = (secrets.Keep(secret), step, true);
        if (await SaveAsync(account, renewed: true, cancel) is not { } codes) return new ChangedMeanwhile();
        await FinishAsync(account, cancel, SessionClaims.Code);
        await mails.CodesOnAsync(account, cancel);
        return new Outcome<IReadOnlyList<string>>(codes, null);
    }

    /// <summary>Switches them off; recovery codes go with them.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> OffAsync(Account account, CancellationToken cancel)
    {
        (account.CodeSecret, account.TwoFactorEnabled) = (null, false);
        if (await SaveAsync(account, renewed: false, cancel) is null) return new ChangedMeanwhile();
        await FinishAsync(account, cancel);
        await mails.CodesOffAsync(account, cancel);
        return null;
    }

    /// <summary>Makes new recovery codes; the old ones work no more.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(Account account, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var codes = await ReplaceAsync(account.Id, renewed: true, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    /// <summary>Saves the account with a new security stamp; null when somebody else changed it meanwhile.</summary>
    private async Task<IReadOnlyList<string>?> SaveAsync(Account account, bool renewed, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var codes = await ReplaceAsync(account.Id, renewed, cancel);
        if (!(await users.UpdateSecurityStampAsync(account)).Succeeded) return null;
        await transaction.CommitAsync(cancel);
        return codes;
    }

    private async Task<IReadOnlyList<string>> ReplaceAsync(Guid account, bool renewed, CancellationToken cancel)
    {
        await db.RecoveryCodes.Where(code => code.AccountId == account).ExecuteDeleteAsync(cancel);
        IReadOnlyList<string> codes = renewed ? [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New())] : [];
        db.RecoveryCodes.AddRange(codes.Select(code => RecoveryCode.Of(account, code)));
        return codes;
    }

    private async Task FinishAsync(Account account, CancellationToken cancel, params string[] proved)
    {
        await end.OthersAsync(account.Id, signIn.Context.User.Sid(), cancel);
        await signIn.ProveAsync(account, proved);
    }
}
