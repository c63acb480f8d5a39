using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Puzzles;

/// <summary>
/// What slows down a burst of registrations: a challenge, signed and numbered, that is answered once, by computing or by waiting. Nobody is shut out: whoever cannot
/// compute waits, and waits a little longer the more do so. Why: docs/decisions/0014-proof-of-work.md.
/// </summary>
public sealed class PuzzleDesk(ParticipationDbContext db, IDataProtectionProvider protection, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>How long a challenge can be answered.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    /// <summary>How long somebody waits who does not compute; less than it takes to fill in the form.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How many can answer by waiting in a minute, on the whole site.</summary>
    public const int WaitingPerMinute = 6;

    private const int IdLength = 16;
    private static readonly TimeSpan Burst = TimeSpan.FromMinutes(10);
    private readonly IDataProtector _seal = protection.CreateProtector("registration-puzzle");

    /// <summary>Whether so many registered lately that a challenge is asked for.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancel)
    {
        var (since, from) = (clock.GetUtcNow() - Burst, options.Value.BurstFrom);
        return await db.People.Where(person => person.JoinedAt > since).Take(from).CountAsync(cancel) >= from;
    }

    /// <summary>A new challenge.</summary>
    public string Issue()
    {
        Span<byte> content = stackalloc byte[IdLength + sizeof(long)];
        RandomNumberGenerator.Fill(content[..IdLength]);
        BinaryPrimitives.WriteInt64LittleEndian(content[IdLength..], clock.GetUtcNow().ToUnixTimeMilliseconds());
        return WebEncoders.Base64UrlEncode(_seal.Protect(content.ToArray()));
    }

    /// <summary>Takes an answer, once.</summary>
    /// <param name="challenge">The challenge as it was given out.</param>
    /// <param name="number">What was computed; empty when nothing was.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Why not, or null.</returns>
    public async Task<Refusal?> SpendAsync(string challenge, string number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Open(challenge) is not var (id, issued) || issued + Valid <= now || issued > now) return PuzzleMustWait.For(Patience);
        var waited = !ProofOfWork.Solves(challenge, number);
        if (waited && issued + Patience - now is { Ticks: > 0 } left) return PuzzleMustWait.For(left);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (waited && await QueueAsync(now, cancel) is { } queue) return PuzzleMustWait.For(queue);
        var old = now - Valid - Valid;
        await db.SpentPuzzles.Where(spent => spent.At < old).ExecuteDeleteAsync(cancel);
        db.SpentPuzzles.Add(SpentPuzzle.Of(id, waited, now));
        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return null;
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            db.ChangeTracker.Clear();
            return new PuzzleWasSpent();
        }
    }

    /// <summary>How long until there is room for one more who waits; null when there is.</summary>
    private async Task<TimeSpan?> QueueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await db.LockChannelAsync(Domain.Realtime.Channel.Puzzles, cancel);
        var minute = TimeSpan.FromMinutes(1);
        var since = now - minute;
        var lately = await db.SpentPuzzles.Where(spent => spent.Waited && spent.At > since).OrderByDescending(spent => spent.At).Select(spent => spent.At).Take(WaitingPerMinute).ToListAsync(cancel);
        return lately.Count < WaitingPerMinute ? null : lately[^1] + minute - now;
    }

    private (Guid Id, DateTimeOffset Issued)? Open(string challenge)
    {
        try
        {
            var content = _seal.Unprotect(WebEncoders.Base64UrlDecode(challenge));
            return content.Length != IdLength + sizeof(long) ? null : (new Guid(content.AsSpan(0, IdLength)), DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(content.AsSpan(IdLength))));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
