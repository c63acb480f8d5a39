using Participation.Domain.Accounts;

namespace Participation.Domain.Uploads;

/// <summary>A PDF that the staff publishes, to be linked from answers and pages.</summary>
public sealed class Document
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Largest file that is taken, in megabytes.</summary>
    public const int MaxMegabytes = 20;

    /// <summary>Largest file that is taken, in bytes.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    private Document() { }

    /// <summary>Internal identity.</summary>
    public DocumentId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The file.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Size of the file, in bytes.</summary>
    public int Bytes { get; private set; }

    /// <summary>SHA-256 of the file, in hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When it was published.</summary>
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Who published it.</summary>
    public PersonId PublishedBy { get; private set; }

    /// <summary>The staff publishes a document; its content has been checked.</summary>
    public static Document Publish(int number, string title, byte[] content, string hash, PersonId by, DateTimeOffset now) => new()
    {
        Id = DocumentId.New(now), Number = number, Title = title, Content = content, Bytes = content.Length, Hash = hash, PublishedAt = now, PublishedBy = by,
    };

    /// <summary>Whether a title can be one.</summary>
    public static Refusal? CheckTitle(string title) => title.Length is 0 or > TitleMaxLength || !title.Any(char.IsLetterOrDigit) ? new DocumentNeedsTitle(TitleMaxLength) : null;
}
