using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OpenId;

/// <summary>Makes the keys that are due, forgets those that nothing needs, and gives the others to the running server.</summary>
internal sealed class SigningKeys(
    ParticipationDbContext db, IDataProtectionProvider protection, IOptions<OpenIdOptions> options, KeyRing ring, TimeProvider clock, ILogger<SigningKeys> log)
{
    private const int SigningBits = 3072;
    private const int SealingBytes = 32;

    private readonly IDataProtector _seal = protection.CreateProtector("Participation.SigningKeys");

    /// <summary>Safe to call at any time, on several nodes at once.</summary>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        var keys = await LoadAsync(cancel);
        var roster = Roster(keys);
        if (roster.Due() is not null || Expired().Count > 0)
        {
            keys = await RenewAsync(cancel);
            roster = Roster(keys);
        }

        var now = roster.Active!;
        ring.Hold([.. new[] { now }.Concat(roster.Announced).Concat(roster.Retired).Select(key => keys[key])]);
    }

    /// <summary>Announces a key out of turn, as after a leak; it signs as soon as every node has read it.</summary>
    /// <returns>From when on it signs.</returns>
    public async Task<DateTimeOffset> ReplaceAsync(TimeSpan announcement, CancellationToken cancel)
    {
        var (signing, sealing) = Make();
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.NextNumberAsync(Counter.SigningKeys, cancel);
        var activeFrom = clock.GetUtcNow() + announcement;
        db.SigningKeys.Add(Announce(signing, sealing, activeFrom));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return activeFrom;
    }

    /// <summary>All keys, newest first, for an operator.</summary>
    public async Task<KeyRoster> RosterAsync(CancellationToken cancel) => Roster(await LoadAsync(cancel));

    /// <summary>Whoever comes second waits for the row of the counter and then finds that nothing is due any more.</summary>
    private async Task<Dictionary<SigningKey, LiveKey>> RenewAsync(CancellationToken cancel)
    {
        // Made before the turn to write begins: protecting it may itself have to store a key of data protection.
        var (signing, sealing) = Make();
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.NextNumberAsync(Counter.SigningKeys, cancel);
        db.ChangeTracker.Clear();
        var roster = Roster(await LoadAsync(cancel));
        if (roster.Due() is { } activeFrom) db.SigningKeys.Add(Announce(signing, sealing, activeFrom));
        db.SigningKeys.RemoveRange(Expired());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await LoadAsync(cancel);
    }

    private (string Signing, string Sealing) Make()
    {
        using var rsa = RSA.Create(SigningBits);
        return (Protect(rsa.ExportPkcs8PrivateKey()), Protect(RandomNumberGenerator.GetBytes(SealingBytes)));
    }

    private SigningKey Announce(string signing, string sealing, DateTimeOffset activeFrom)
    {
        var now = clock.GetUtcNow();
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{now:yyyyMMdd}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        return SigningKey.Announce(name, signing, sealing, activeFrom, now);
    }

    /// <summary>Keys that can be read. One whose protection was lost is none: the next one is made at once, and what it signed ends.</summary>
    private async Task<Dictionary<SigningKey, LiveKey>> LoadAsync(CancellationToken cancel)
    {
        var known = ring.Keys.ToDictionary(key => key.Name, StringComparer.Ordinal);
        var found = new Dictionary<SigningKey, LiveKey>();
        foreach (var key in await db.SigningKeys.ToListAsync(cancel))
        {
            if (known.TryGetValue(key.Name, out var live) || TryRead(key, out live)) found.Add(key, live);
        }

        return found;
    }

    private bool TryRead(SigningKey key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LiveKey? live)
    {
        try
        {
            live = LiveKey.From(key.Name, _seal.Unprotect(Convert.FromBase64String(key.Signing)), _seal.Unprotect(Convert.FromBase64String(key.Sealing)));
            return true;
        }
        catch (CryptographicException unreadable)
        {
            if (ring.MayComplain(key.Name)) log.LogError(unreadable, "The signing key {Key} cannot be read: the data protection keys it was protected with are missing.", key.Name);
            live = null;
            return false;
        }
    }

    /// <summary>Keys that nothing alive was signed with, readable or not.</summary>
    private IReadOnlyList<SigningKey> Expired() => KeyRoster.Of(db.SigningKeys.Local, options.Value.KeyPlan, clock.GetUtcNow()).Expired;

    private KeyRoster Roster(Dictionary<SigningKey, LiveKey> keys) => KeyRoster.Of(keys.Keys, options.Value.KeyPlan, clock.GetUtcNow());

    private string Protect(byte[] secret) => Convert.ToBase64String(_seal.Protect(secret));
}
