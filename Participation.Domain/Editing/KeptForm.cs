using Participation.Domain.Accounts;

namespace Participation.Domain.Editing;

/// <summary>What somebody has typed into a form of the staff and not sent yet: one per person and form.</summary>
public sealed class KeptForm
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyMaxLength = 80;

    /// <summary>Most of one person; older ones go.</summary>
    public const int MostPerPerson = 40;

    /// <summary>Longest content of a form, in characters of its JSON.</summary>
    public const int FieldsMaxLength = 400_000;

    /// <summary>How long it is kept after the last change, in days.</summary>
    public const int DaysKept = 60;

    private KeptForm() { }

    /// <summary>Whose it is.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Which form, such as <c>article:12</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The fields with their values, as JSON.</summary>
    public string Fields { get; private set; } = "";

    /// <summary>The version of the thing that was changed.</summary>
    public int Version { get; private set; }

    /// <summary>When it was kept.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Keeps a form for the first time.</summary>
    public static KeptForm Of(PersonId person, string key) => new() { PersonId = person, Key = key };

    /// <summary>Keeps what is in the form now.</summary>
    public void Keep(string fields, int version, DateTimeOffset now) => (Fields, Version, SavedAt) = (fields, version, now);
}
