using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Levels;

/// <summary>Reads what letters wait and what batches there were; never a name.</summary>
public sealed class LetterQueries(ParticipationDbContext db)
{
    private const int ShownBatches = 50;

    public async Task<LettersView> ExecuteAsync(CancellationToken cancel)
    {
        var waiting = await db.LetterRequests.Where(letter => letter.BatchNumber == null).OrderBy(letter => letter.RequestedAt).Select(letter => letter.RequestedAt).Take(LetterBatch.MaxLetters).ToListAsync(cancel);
        var count = waiting.Count < LetterBatch.MaxLetters ? waiting.Count : await db.LetterRequests.CountAsync(letter => letter.BatchNumber == null, cancel);
        var batches = await (from batch in db.LetterBatches.AsNoTracking()
                             join maker in db.People.AsNoTracking() on batch.MadeBy equals maker.Id
                             orderby batch.Number descending
                             select new BatchRow(batch.Number, batch.Letters, batch.MadeAt, maker.DisplayName, batch.ExpiresAt, batch.SentAt)).Take(ShownBatches).ToListAsync(cancel);
        return new LettersView(count, waiting.Count > 0 ? waiting[0] : null, batches);
    }

    /// <summary>What the log says: a number and how many.</summary>
    internal static string Note(int batch, int letters) => string.Create(CultureInfo.InvariantCulture, $"batch {batch}, {letters} letters");
}

/// <summary>The page of the letters.</summary>
public sealed record LettersView(int Waiting, DateTimeOffset? Oldest, IReadOnlyList<BatchRow> Batches);

/// <summary>One batch.</summary>
public sealed record BatchRow(int Number, int Letters, DateTimeOffset MadeAt, string MadeBy, DateTimeOffset ExpiresAt, DateTimeOffset? SentAt);
