using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Factors;

/// <summary>Checks codes of the authenticator app and recovery codes; each works once, also when two requests come at the same time.</summary>
public sealed class CodeCheck(ParticipationDbContext db, CodeSecrets secrets, TimeProvider clock)
{
    /// <summary>Longest code that is looked at, in characters.</summary>
    public const int MaxLength = 40;

    /// <summary>Uses a code up. The caller counts the tries.</summary>
    /// <returns>Whether it was right.</returns>
    public async Task<bool> UseAsync(Account account, string code, CancellationToken cancel)
    {
        if (!account.TwoFactorEnabled || account.CodeSecret is not { } kept || code.Length > MaxLength) return false;
        var typed = string.Concat(code.Where(char.IsLetterOrDigit));
        if (typed.Length == Totp.Digits && typed.All(char.IsAsciiDigit)) return await UseStepAsync(account.Id, Totp.StepOf(secrets.Open(kept), typed, clock.GetUtcNow()), cancel);
        return typed.Length == RecoveryCode.Length && await UseRecoveryAsync(account.Id, RecoveryCode.HashOf(account.Id, typed), cancel);
    }

    private async Task<bool> UseStepAsync(Guid account, long? step, CancellationToken cancel)
    {
        if (step is not { } used) return false;
        await using var transaction = await db.BeginWriteAsync(cancel);
        var changed = await db.Users.Where(candidate => candidate.Id == account && candidate.CodeStep < used).ExecuteUpdateAsync(set => set.SetProperty(a => a.CodeStep, used), cancel);
        await transaction.CommitAsync(cancel);
        return changed == 1;
    }

    private async Task<bool> UseRecoveryAsync(Guid account, string hash, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var used = await db.RecoveryCodes.Where(code => code.AccountId == account && code.Hash == hash).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return used == 1;
    }
}
