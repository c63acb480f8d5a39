namespace Participation.Domain.Accounts;

/// <summary>Someone who takes part, under a freely chosen public name. Sign-in data lives elsewhere; an imported person has none.</summary>
public sealed partial class Person
{
    /// <summary>Shortest public name, in characters.</summary>
    public const int DisplayNameMinLength = 2;

    /// <summary>Longest public name, in characters.</summary>
    public const int DisplayNameMaxLength = 60;

    /// <summary>What stands in place of the name of someone who left; nobody can be called so.</summary>
    public const string ErasedName = "Gelöschtes Konto";

    /// <summary>What stands in place of the name of someone without an account who gave none; nobody can be called so.</summary>
    public const string AnonymousName = "Anonym";

    private Person() { }

    /// <summary>Internal identity.</summary>
    public PersonId Id { get; private set; }

    /// <summary>The public name, a pseudonym if the person likes.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>Upper-case form; unique, so that nobody can pass for somebody else.</summary>
    public string NormalizedDisplayName { get; private set; } = "";

    /// <summary>What the person may do.</summary>
    public Role Role { get; private set; }

    /// <summary>How sure the site is of who this is.</summary>
    public Verification Verification { get; private set; }

    /// <summary>The district the person chose to show, if any.</summary>
    public string? DistrictKey { get; private set; }

    /// <summary>Language of mails and notifications: <c>de</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "de";

    /// <summary>When the person joined.</summary>
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>When the person left for good; what remains is that two who left are not the same.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Someone joins under a public name.</summary>
    public static Person Join(PersonId id, string displayName, Role role, Verification verification, DateTimeOffset now, string? districtKey = null) => new()
    {
        Id = id,
        DisplayName = displayName.Trim(),
        NormalizedDisplayName = Normalize(displayName),
        Role = role,
        Verification = verification,
        DistrictKey = districtKey,
        JoinedAt = now,
    };

    /// <summary>Someone whose words others write down, such as at the service desk: without an account, so no stance and no comment follows.</summary>
    /// <param name="id">Internal identity.</param>
    /// <param name="pseudonym">The name they chose, or null for none.</param>
    /// <param name="now">The instant.</param>
    public static Person WithoutAccount(PersonId id, string? pseudonym, DateTimeOffset now)
    {
        var person = Join(id, pseudonym ?? AnonymousName, Role.Citizen, Verification.None, now);
        if (pseudonym is null) person.NormalizedDisplayName = Unnamed(id);
        return person;
    }

    /// <summary>The form in which names are compared: trimmed, compatibility-composed, upper case.</summary>
    public static string Normalize(string displayName) =>
        string.Join(' ', displayName.Normalize(System.Text.NormalizationForm.FormKC).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToUpperInvariant();

    /// <summary>Gives another role, effective at the next request of the person.</summary>
    public void Assign(Role role)
    {
        Role = role;
        Version++;
    }

    /// <summary>Notes what was confirmed; never lowers a level.</summary>
    public void Confirm(Verification verification)
    {
        if (verification <= Verification) return;
        Verification = verification;
        Version++;
    }

    /// <summary>Says to live here no longer, or takes back having said so. What was proven stays noted, so that one person stays one person.</summary>
    public void TakeBackResidence()
    {
        if (Verification <= Verification.Email) return;
        Verification = Verification.Email;
        Version++;
    }

    /// <summary>Why the person may not write where a level is needed, or null when they may.</summary>
    public Refusal? CheckLevel(Verification required) => Verification < required ? new Ideas.VerificationTooLow(required) : null;

    /// <summary>Forgets everything that tells who it was; the row stays, so that what several people wrote is not taken for one person's. A second call changes nothing.</summary>
    public void Erase(DateTimeOffset now)
    {
        if (ErasedAt is not null) return;
        (DisplayName, NormalizedDisplayName, DistrictKey) = (ErasedName, Unnamed(Id), null);
        (Role, Verification, JoinedAt, ErasedAt) = (Role.Citizen, Verification.None, DateTimeOffset.UnixEpoch, now);
        (SilencedUntil, SuspendedAt) = (null, null);
        Version++;
    }

    /// <summary>Unique as the column wants it, and no name that anyone could be found by.</summary>
    private static string Unnamed(PersonId id) => id.Value.ToString("N").ToUpperInvariant();

    /// <summary>Chooses the language of mails and notifications.</summary>
    public void Speak(string language)
    {
        Language = language;
        Version++;
    }
}
