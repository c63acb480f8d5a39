using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Levels;

/// <summary>
/// Someone enters the code of their letter. A try is used up and committed before the code is looked at, so neither guesses at the same
/// time nor a process that dies give another one.
/// </summary>
public sealed class UseLetterCode(ParticipationDbContext db, Fingerprints fingerprints, ConfirmResidence confirm, TimeProvider clock)
{
    /// <param name="code">The code as <see cref="ReadableCode.Read"/> reads it.</param>
    /// <param name="actor">Whose letter; the code of anyone else's does not fit.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(string code, Actor actor, CancellationToken cancel)
    {
        var hash = await fingerprints.OpenAsync(cancel);
        if (await TakeTryAsync(actor.Person, cancel) is { } refusal) return await IsConfirmedAsync(actor.Person, cancel) ? null : refusal;
        var letter = await Own(actor.Person).SingleOrDefaultAsync(cancel);
        if (letter?.CodeHash is not { } expected) return await IsConfirmedAsync(actor.Person, cancel) ? null : new NoLetterCode();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash.LetterCode(actor.Person, code)), Encoding.ASCII.GetBytes(expected)))
            return letter.TriesLeft > 0 ? new WrongLetterCode(letter.TriesLeft) : new LetterCodeUsedUp();
        return await confirm.NoteAsync(actor.Person, new Confirmation([letter.Fingerprint], ResidenceMethod.Letter, null, nameof(ResidenceMethod.Letter)), StillThereAsync, cancel);

        async Task<Refusal?> StillThereAsync(CancellationToken stop) =>
            await Own(actor.Person).AnyAsync(own => own.CodeHash == expected, stop) || await IsConfirmedAsync(actor.Person, stop) ? null : new NoLetterCode();
    }

    private async Task<Refusal?> TakeTryAsync(PersonId person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var taken = await db.LetterRequests.Where(letter => letter.PersonId == person && letter.CodeHash != null && letter.ExpiresAt > now && letter.TriesLeft > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.TriesLeft, letter => letter.TriesLeft - 1), cancel);
        await transaction.CommitAsync(cancel);
        return taken == 1 ? null : (await Own(person).SingleOrDefaultAsync(cancel))?.CheckCode(now) ?? new NoLetterCode();
    }

    private IQueryable<LetterRequest> Own(PersonId person) => db.LetterRequests.AsNoTracking().Where(letter => letter.PersonId == person);

    private Task<bool> IsConfirmedAsync(PersonId person, CancellationToken cancel) =>
        db.People.AnyAsync(candidate => candidate.Id == person && candidate.Verification == Verification.VerifiedResident, cancel);
}
