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

    /// <summary>Length of a SHA-512 in hexadecimal digits.</summary>
    public const int Sha512Length = 128;

    /// <summary>Most words that are kept for searching, in characters.</summary>
    public const int TextMaxLength = 400_000;

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

    /// <summary>SHA-512 of the file, in hexadecimal digits; what OParl names.</summary>
    public string Sha512 { get; private set; } = "";

    /// <summary>The words of the file, for searching; empty when it holds none, such as a scanned one.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Pages of the file.</summary>
    public int Pages { get; private set; }

    /// <summary>When it was taken down; number, title and hashes stay, so that its address can say that it is gone.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Who published it.</summary>
    public PersonId PublishedBy { get; private set; }

    /// <summary>The staff publishes a document; its content has been checked.</summary>
    public static Document Publish(int number, string title, DocumentContent content, PersonId by, DateTimeOffset now) => new()
    {
        Id = DocumentId.New(now), Number = number, Title = title, Content = content.File, Bytes = content.File.Length, Hash = content.Hash, Sha512 = content.Sha512,
        Text = content.Text.Length > TextMaxLength ? content.Text[..TextMaxLength] : content.Text, Pages = content.Pages, PublishedAt = now, ChangedAt = now, PublishedBy = by,
    };

    /// <summary>Takes it down: the file and its words are deleted.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(DateTimeOffset now)
    {
        if (RemovedAt is not null) return false;
        (Content, Bytes, Text, RemovedAt, ChangedAt) = ([], 0, "", now, now);
        return true;
    }

    /// <summary>Whether a title can be one.</summary>
    public static Refusal? CheckTitle(string title) => title.Length is 0 or > TitleMaxLength || !title.Any(char.IsLetterOrDigit) ? new DocumentNeedsTitle(TitleMaxLength) : null;
}

/// <summary>A file with what was read of it.</summary>
/// <param name="File">The bytes.</param>
/// <param name="Hash">SHA-256, in hexadecimal digits.</param>
/// <param name="Sha512">SHA-512, in hexadecimal digits.</param>
/// <param name="Text">Its words.</param>
/// <param name="Pages">How many pages it has.</param>
public sealed record DocumentContent(byte[] File, string Hash, string Sha512 = "", string Text = "", int Pages = 0);
