using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Levels;

/// <summary>Prints the letters that wait: each gets its code now. Two people at once make two batches, never one letter twice.</summary>
public sealed class MakeBatch(ParticipationDbContext db, Changes changes, Fingerprints fingerprints, LetterSeal seal, CityClock clock, IOptions<LevelsOptions> options)
{
    /// <returns>The batch's number.</returns>
    public async Task<Outcome<int>> ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.IsAdministrator) return new NotAllowed();
        var hash = await fingerprints.OpenAsync(cancel);
        await using var change = await changes.BeginAsync([Channel.Letters], cancel);
        var letters = await db.LetterRequests.Where(letter => letter.BatchNumber == null).OrderBy(letter => letter.RequestedAt).Take(LetterBatch.MaxLetters).ToListAsync(cancel);
        if (letters.Count == 0) return new NoLettersWait();
        var number = await db.NextNumberAsync(Counter.LetterBatches, cancel);
        var expires = clock.StartOf(clock.Today.AddDays(options.Value.LetterValidDays + 1));
        foreach (var letter in letters)
        {
            var code = ReadableCode.New(ReadableCode.LetterLength);
            letter.Print(number, seal.SealCode(code), hash.LetterCode(letter.PersonId, code), expires);
        }

        db.LetterBatches.Add(LetterBatch.Make(number, letters.Count, actor.Person, expires, change.Now));
        change.Audit("letters.print", Subject.Of(actor.Person), actor, LetterQueries.Note(number, letters.Count));
        await change.CommitAsync(cancel);
        return number;
    }
}

/// <summary>The letters are on their way: names, addresses and plain codes are erased, hashes stay.</summary>
public sealed class SendBatch(ParticipationDbContext db, Changes changes)
{
    public async Task<Refusal?> ExecuteAsync(int number, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsAdministrator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Letters], cancel);
        var batch = await db.LetterBatches.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (batch.Send(change.Now) is { } refusal) return refusal;
        var sent = await ForgetAsync(db, number, change.Now, cancel);
        change.Audit("letters.send", Subject.Of(actor.Person), actor, LetterQueries.Note(number, sent));
        await change.CommitAsync(cancel);
        return null;
    }

    internal static Task<int> ForgetAsync(ParticipationDbContext db, int number, DateTimeOffset now, CancellationToken cancel) =>
        db.LetterRequests.Where(letter => letter.BatchNumber == number).ExecuteUpdateAsync(
            set => set.SetProperty(letter => letter.Recipient, (string?)null).SetProperty(letter => letter.Code, (string?)null).SetProperty(letter => letter.SentAt, now), cancel);
}

/// <summary>Opens the letters of a batch for printing, which is logged each time.</summary>
public sealed class DownloadBatch(ParticipationDbContext db, Changes changes, LetterSeal seal)
{
    /// <param name="number">The batch.</param>
    /// <param name="form">In which form, for the log.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Outcome<IReadOnlyList<PrintedLetter>>> ExecuteAsync(int number, string form, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsAdministrator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Letters], cancel);
        var batch = await db.LetterBatches.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (batch.SentAt is not null) return new BatchIsSent();
        var letters = await db.LetterRequests.AsNoTracking().Where(letter => letter.BatchNumber == number && letter.Recipient != null && letter.Code != null)
            .OrderBy(letter => letter.RequestedAt).Take(LetterBatch.MaxLetters).ToListAsync(cancel);
        change.Audit("letters.download", Subject.Of(actor.Person), actor, $"{LetterQueries.Note(number, letters.Count)}, {form}");
        await change.CommitAsync(cancel);
        return new(letters.ConvertAll(letter => new PrintedLetter(seal.OpenRecipient(letter.Recipient!), seal.OpenCode(letter.Code!), batch.ExpiresAt)), null);
    }
}

/// <summary>One letter as it is printed.</summary>
public sealed record PrintedLetter(Recipient Recipient, string Code, DateTimeOffset ExpiresAt);
