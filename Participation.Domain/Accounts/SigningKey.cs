namespace Participation.Domain.Accounts;

/// <summary>
/// A pair of keys of the OpenID Connect server: one that signs what clients may read, one that seals what only this site reads.
/// Its material is stored protected; what it is good for at an instant follows from dates, see <see cref="KeyRoster"/>.
/// </summary>
public sealed class SigningKey
{
    /// <summary>Longest public name of a key, in characters.</summary>
    public const int NameMaxLength = 40;

    /// <summary>Longest protected material, in characters.</summary>
    public const int MaterialMaxLength = 8000;

    private SigningKey() { }

    /// <summary>The public name of the key (<c>kid</c>).</summary>
    public string Name { get; private set; } = "";

    /// <summary>When it was made and published.</summary>
    public DateTimeOffset AnnouncedAt { get; private set; }

    /// <summary>From when on it signs, until the next one does.</summary>
    public DateTimeOffset ActiveFrom { get; private set; }

    /// <summary>The private signing key, protected.</summary>
    public string Signing { get; private set; } = "";

    /// <summary>The symmetric key, protected.</summary>
    public string Sealing { get; private set; } = "";

    /// <summary>A key that everyone may know of from now on and that signs later.</summary>
    public static SigningKey Announce(string name, string signing, string sealing, DateTimeOffset activeFrom, DateTimeOffset now) => new()
    {
        Name = name, Signing = signing, Sealing = sealing, AnnouncedAt = now, ActiveFrom = activeFrom < now ? now : activeFrom,
    };
}
