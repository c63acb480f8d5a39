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

    /// <summary>Longest address of a file elsewhere, in characters.</summary>
    public const int ExternalUrlMaxLength = 1000;

    /// <summary>Longest name of a file elsewhere, in characters.</summary>
    public const int FileNameMaxLength = 200;

    /// <summary>Longest media type, in characters.</summary>
    public const int MimeTypeMaxLength = 100;

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

    /// <summary>Who published it; null for a file of another council system.</summary>
    public PersonId? PublishedBy { get; private set; }

    /// <summary>Whether it is public by itself; any other document is as long as it stands beside something public.</summary>
    public bool IsStandalone { get; private set; }

    /// <summary>Since when it is known as a file of the council; from then on its going is told too.</summary>
    public DateTimeOffset? ListedAt { get; private set; }

    /// <summary>The address of the file object in another council system from which it was read; null for what is kept here.</summary>
    public string? Origin { get; private set; }

    /// <summary>Where the file itself is, if another council system keeps it.</summary>
    public string? ExternalUrl { get; private set; }

    /// <summary>Name of a file that is kept elsewhere.</summary>
    public string? FileName { get; private set; }

    /// <summary>Media type of a file that is kept elsewhere.</summary>
    public string? MimeType { get; private set; }

    /// <summary>The staff publishes a document; its content has been checked.</summary>
    /// <param name="number">Public number.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="content">The file.</param>
    /// <param name="by">Who publishes it.</param>
    /// <param name="now">The instant.</param>
    /// <param name="standalone">Whether it is public by itself.</param>
    public static Document Publish(int number, string title, DocumentContent content, PersonId by, DateTimeOffset now, bool standalone = false) => new()
    {
        IsStandalone = standalone,
        Id = DocumentId.New(now), Number = number, Title = title, Content = content.File, Bytes = content.File.Length, Hash = content.Hash, Sha512 = content.Sha512,
        Text = content.Text.Length > TextMaxLength ? content.Text[..TextMaxLength] : content.Text, Pages = content.Pages, PublishedAt = now, ChangedAt = now, PublishedBy = by,
    };

    /// <summary>Notes a file that another council system keeps: its name, size and address.</summary>
    public static Document Elsewhere(int number, ExternalFile file, string origin, DateTimeOffset now)
    {
        var document = new Document { Id = DocumentId.New(now), Number = number, Origin = origin, PublishedAt = now };
        document.Apply(file);
        document.ChangedAt = now;
        return document;
    }

    /// <summary>Takes over what another council system says now of a file.</summary>
    /// <returns>Whether something differs.</returns>
    public bool Renew(ExternalFile file, DateTimeOffset now)
    {
        if (RemovedAt is null && file == new ExternalFile(Title, ExternalUrl ?? "", FileName, MimeType, Bytes, Sha512, Text)) return false;
        Apply(file);
        (RemovedAt, ChangedAt) = (null, now);
        return true;
    }

    private void Apply(ExternalFile file) =>
        (Title, ExternalUrl, FileName, MimeType, Bytes, Sha512, Text) = (file.Title, file.Url, file.FileName, file.MimeType, file.Bytes, file.Sha512, file.Text);

    /// <summary>Calls it something else.</summary>
    public Refusal? Rename(string title, DateTimeOffset now)
    {
        if (Origin is not null) return new Council.ComesFromElsewhere();
        if (RemovedAt is not null) return new DocumentIsNotThere();
        if (CheckTitle(title) is { } refusal) return refusal;
        if (Title != title) (Title, ChangedAt) = (title, now);
        return null;
    }

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

/// <summary>What another council system says of a file that it keeps.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Where it is.</param>
/// <param name="FileName">Its name there.</param>
/// <param name="MimeType">Its media type.</param>
/// <param name="Bytes">Its size; 0 when it is not told.</param>
/// <param name="Sha512">SHA-512, in hexadecimal digits; empty when it is not told.</param>
/// <param name="Text">Its words, for searching.</param>
public sealed record ExternalFile(string Title, string Url, string? FileName, string? MimeType, int Bytes, string Sha512, string Text);

/// <summary>A file with what was read of it.</summary>
/// <param name="File">The bytes.</param>
/// <param name="Hash">SHA-256, in hexadecimal digits.</param>
/// <param name="Sha512">SHA-512, in hexadecimal digits.</param>
/// <param name="Text">Its words.</param>
/// <param name="Pages">How many pages it has.</param>
public sealed record DocumentContent(byte[] File, string Hash, string Sha512 = "", string Text = "", int Pages = 0);
