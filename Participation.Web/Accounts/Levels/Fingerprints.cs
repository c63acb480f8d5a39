using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Levels;

/// <summary>Keyed hashes of what must not be stored: persons, pseudonyms, codes of letters.</summary>
public sealed class Fingerprints(ParticipationDbContext db, IDataProtectionProvider protection, IOptions<LevelsOptions> options, FingerprintKeyHolder holder)
{
    private readonly IDataProtector _sealer = protection.CreateProtector("Participation.FingerprintKey");

    /// <summary>Loads the key, and makes it at the very first time. Call it before a transaction: making the key is one of its own.</summary>
    public async Task<KeyedHash> OpenAsync(CancellationToken cancel) => holder.Hash ??= await LoadAsync(cancel);

    private async Task<KeyedHash> LoadAsync(CancellationToken cancel)
    {
        var known = await db.Set<FingerprintKey>().AsNoTracking().SingleOrDefaultAsync(cancel) ?? await MakeAsync(cancel);
        var hash = new KeyedHash(Configured ?? Convert.FromBase64String(_sealer.Unprotect(
            known.Sealed ?? throw new InvalidOperationException("Levels:FingerprintKey is missing; people were confirmed under a configured key."))));
        if (hash.Check != known.Check) throw new InvalidOperationException("Levels:FingerprintKey is not the key under which people were confirmed; with another one nobody would be recognised.");
        return hash;
    }

    private async Task<FingerprintKey> MakeAsync(CancellationToken cancel)
    {
        var key = Configured ?? RandomNumberGenerator.GetBytes(LevelsOptions.KeyMinLength);
        var made = FingerprintKey.Of(Configured is null ? _sealer.Protect(Convert.ToBase64String(key)) : null, new KeyedHash(key).Check);
        db.Add(made);
        try
        {
            await db.SaveChangesAsync(cancel);
            return made;
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            // Another node was faster; its key counts.
            return await db.Set<FingerprintKey>().AsNoTracking().SingleAsync(cancel);
        }
        finally
        {
            db.Entry(made).State = EntityState.Detached;
        }
    }

    private byte[]? Configured => options.Value.FingerprintKey is { Length: > 0 } key ? Convert.FromBase64String(key) : null;
}

/// <summary>Keeps the key in memory once it was read.</summary>
public sealed class FingerprintKeyHolder
{
    public KeyedHash? Hash { get; set; }
}

/// <summary>HMAC-SHA-256 under the site's key; each use with a word of its own, so that no hash can stand for another.</summary>
public sealed class KeyedHash(byte[] key)
{
    /// <summary>Tells one key from another.</summary>
    public string Check => Of("check", "");

    /// <summary>One person, however they are spelled.</summary>
    public string Person(PersonTraits traits) => Of("person-1", traits.Canonical());

    /// <summary>One electronic identity: the pseudonym that an authority gives this site for one person.</summary>
    public string Pseudonym(string issuer, string pseudonym) => Of("eid-1", $"{issuer}|{pseudonym}");

    /// <summary>The code in someone's letter.</summary>
    public string LetterCode(PersonId person, string code) => Of("letter-1", $"{person.Value:N}|{code}");

    private string Of(string use, string value) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{use}|{value}")));
}
