namespace Participation.Domain.Accounts;

/// <summary>
/// Someone asked for a letter with a code. There is one per account. Name and address are sealed and kept until the letter is on its way,
/// the code is sealed from printing until then; afterwards only hashes are left.
/// </summary>
public sealed class LetterRequest
{
    /// <summary>How often the code may be entered.</summary>
    public const int MaxTries = 5;

    /// <summary>Longest sealed recipient or code, in characters.</summary>
    public const int SealedMaxLength = 4000;

    private LetterRequest() { }

    /// <summary>Who asked.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Keyed hash of name and birth date; becomes the proof when the code is right.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Sealed name and address; null once the letter is on its way.</summary>
    public string? Recipient { get; private set; }

    /// <summary>The sealed code, from printing until the letter is on its way.</summary>
    public string? Code { get; private set; }

    /// <summary>Keyed hash of the code; null before printing.</summary>
    public string? CodeHash { get; private set; }

    /// <summary>How often the code may still be entered.</summary>
    public int TriesLeft { get; private set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>The batch in which it was printed.</summary>
    public int? BatchNumber { get; private set; }

    /// <summary>Until when the code counts; printed in the letter.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When name, address and plain code were erased, because the letter was on its way.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Someone asks for a letter.</summary>
    public static LetterRequest Ask(PersonId person, string fingerprint, string recipient, DateTimeOffset now) =>
        new() { PersonId = person, Fingerprint = fingerprint, Recipient = recipient, RequestedAt = now };

    /// <summary>Asks for another letter, after the first one did not help.</summary>
    /// <param name="fingerprint">Keyed hash of name and birth date.</param>
    /// <param name="recipient">Sealed name and address.</param>
    /// <param name="pause">Days that have to lie between two letters.</param>
    /// <param name="now">The instant.</param>
    public Refusal? AskAgain(string fingerprint, string recipient, int pause, DateTimeOffset now)
    {
        if (IsUnderway) return new LetterIsUnderway();
        var days = (int)Math.Ceiling((RequestedAt.AddDays(pause) - now).TotalDays);
        if (days > 0) return new LetterMustWait(days);
        (Fingerprint, Recipient, RequestedAt) = (fingerprint, recipient, now);
        (Code, CodeHash, TriesLeft, BatchNumber, ExpiresAt, SentAt) = (null, null, 0, null, null, null);
        return null;
    }

    /// <summary>The letter is printed.</summary>
    public void Print(int batch, string code, string codeHash, DateTimeOffset expiresAt) =>
        (BatchNumber, Code, CodeHash, TriesLeft, ExpiresAt) = (batch, code, codeHash, MaxTries, expiresAt);

    /// <summary>Whether the letter was not handed to the post yet.</summary>
    public bool IsUnderway => SentAt is null;

    /// <summary>Whether a code can be entered now; if not, why not.</summary>
    public Refusal? CheckCode(DateTimeOffset now) => this switch
    {
        { CodeHash: null } => new NoLetterCode(),
        _ when ExpiresAt <= now => new LetterCodeExpired(),
        { TriesLeft: <= 0 } => new LetterCodeUsedUp(),
        _ => null,
    };
}

/// <summary>Letters that were printed together, and what became of them. No names: how many, by whom, when.</summary>
public sealed class LetterBatch
{
    /// <summary>Most letters of one batch.</summary>
    public const int MaxLetters = 200;

    private LetterBatch() { }

    /// <summary>Running number.</summary>
    public int Number { get; private set; }

    /// <summary>How many letters.</summary>
    public int Letters { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>By whom.</summary>
    public PersonId MadeBy { get; private set; }

    /// <summary>Until when its codes count.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was handed to the post; names, addresses and plain codes are gone since.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Letters are printed.</summary>
    public static LetterBatch Make(int number, int letters, PersonId by, DateTimeOffset expiresAt, DateTimeOffset now) =>
        new() { Number = number, Letters = letters, MadeBy = by, ExpiresAt = expiresAt, MadeAt = now };

    /// <summary>The letters are on their way.</summary>
    public Refusal? Send(DateTimeOffset now)
    {
        if (SentAt is not null) return new BatchIsSent();
        SentAt = now;
        return null;
    }
}

/// <summary>What a citizen shows at an office desk, so that staff finds the account without looking for people.</summary>
public sealed class DeskCode
{
    /// <summary>Length of the code, in characters.</summary>
    public const int Length = 6;

    private DeskCode() { }

    /// <summary>Whose account.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>The code. It opens nothing: staff alone can use it, and sees the identity document.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Until when it is known.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Someone stands at the desk.</summary>
    public static DeskCode Show(PersonId person, string code, DateTimeOffset expiresAt) => new() { PersonId = person, Code = code, ExpiresAt = expiresAt };
}
