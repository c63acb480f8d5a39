using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Accounts.Levels;

/// <summary>Erases what is not needed any more: codes and letters that are too old, and everything about one person. Safe to repeat.</summary>
public sealed class EraseLevelData(ParticipationDbContext db, Changes changes, IOptions<LevelsOptions> options)
{
    /// <summary>Most batches that are closed in one go.</summary>
    private const int MostBatches = 50;

    /// <summary>Erases what is over.</summary>
    public async Task ExpiredAsync(CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Letters], cancel);
        var (now, rules) = (change.Now, options.Value);
        var (asked, tooOld) = (now.AddDays(-rules.LetterPauseDays), now.AddDays(-rules.AddressDays));
        await db.DeskCodes.Where(code => code.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        // Used up or expired, and another letter may be asked for: nothing is left to remember.
        await db.LetterRequests.Where(letter => letter.ExpiresAt <= now && letter.RequestedAt <= asked).ExecuteDeleteAsync(cancel);
        await db.LetterRequests.Where(letter => letter.BatchNumber == null && letter.RequestedAt <= tooOld).ExecuteDeleteAsync(cancel);
        foreach (var batch in await db.LetterBatches.Where(batch => batch.SentAt == null && batch.MadeAt <= tooOld).OrderBy(batch => batch.Number).Take(MostBatches).ToListAsync(cancel))
        {
            batch.Send(now);
            await SendBatch.ForgetAsync(db, batch.Number, now, cancel);
        }

        await change.CommitAsync(cancel);
    }

    /// <summary>Erases everything about one person, in the caller's transaction: proofs, letter, desk code. The person may then be confirmed in another account.</summary>
    public async Task PersonAsync(PersonId person, CancellationToken cancel)
    {
        await db.ResidenceProofs.Where(proof => proof.PersonId == person).ExecuteDeleteAsync(cancel);
        await db.LetterRequests.Where(letter => letter.PersonId == person).ExecuteDeleteAsync(cancel);
        await db.DeskCodes.Where(code => code.PersonId == person).ExecuteDeleteAsync(cancel);
    }
}
