using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Uploads;

/// <summary>An image that somebody uploaded, made anew by the site. It belongs to one text at most, and whoever may read that text may see it.</summary>
public sealed class Upload
{
    /// <summary>Longest description of an image, in characters.</summary>
    public const int AltMaxLength = 300;

    /// <summary>Largest file that is taken, in megabytes.</summary>
    public const int MaxMegabytes = 10;

    /// <summary>Largest file that is taken, in bytes.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>Most pixels of an image that is taken, in millions.</summary>
    public const int MaxMegapixels = 50;

    /// <summary>Longest side of an image that is taken, in pixels.</summary>
    public const int MaxSide = 16_000;

    /// <summary>Most images in one text.</summary>
    public const int MostPerText = 5;

    /// <summary>Most images in one text of somebody who just joined.</summary>
    public const int MostPerTextAtFirst = 1;

    /// <summary>For so many days somebody counts as having just joined.</summary>
    public const int FirstDays = 7;

    /// <summary>Most images that one person uploads in a day.</summary>
    public const int MostPerDay = 20;

    /// <summary>So many hours an image is kept that no text uses.</summary>
    public const int HoursUnused = 24;

    /// <summary>Length of a SHA-256 in hexadecimal digits.</summary>
    public const int HashLength = 64;

    private readonly List<UploadFile> _files = [];

    private Upload() { }

    /// <summary>Identity, also in addresses.</summary>
    public UploadId Id { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public PersonId OwnerId { get; private set; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public string Alt { get; private set; } = "";

    /// <summary>Width of the largest file, in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Height of the largest file, in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>What all files take together, in bytes.</summary>
    public int Bytes { get; private set; }

    /// <summary>SHA-256 of the largest file, in hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When it was uploaded.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Kind of the text that uses it; null while none does.</summary>
    public SubjectKind? UsedByKind { get; private set; }

    /// <summary>The text that uses it; null while none does.</summary>
    public Guid? UsedById { get; private set; }

    /// <summary>Since when it has been used or unused.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Its files, one for each width.</summary>
    public IReadOnlyList<UploadFile> Files => _files;

    /// <summary>Somebody uploaded an image.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="owner">Who.</param>
    /// <param name="alt">What it shows; checked by <see cref="CheckAlt"/>.</param>
    /// <param name="size">Width and height of the largest file.</param>
    /// <param name="hash">SHA-256 of the largest file.</param>
    /// <param name="files">The files by their nominal width.</param>
    /// <param name="now">The instant.</param>
    public static Upload Receive(UploadId id, PersonId owner, string alt, (int Width, int Height) size, string hash, IReadOnlyDictionary<int, byte[]> files, DateTimeOffset now)
    {
        var upload = new Upload
        {
            Id = id, OwnerId = owner, Alt = alt, Width = size.Width, Height = size.Height, Hash = hash, Bytes = files.Sum(file => file.Value.Length), CreatedAt = now, ChangedAt = now,
        };
        upload._files.AddRange(files.Select(file => UploadFile.Of(id, file.Key, file.Value)));
        return upload;
    }

    /// <summary>The same image comes once more before a text used it: it is described anew and kept on.</summary>
    public void ReceiveAgain(string alt, DateTimeOffset now) => (Alt, ChangedAt) = (alt, now);

    /// <summary>A moderator takes personal data out of what it is said to show.</summary>
    public void Shorten(Moderation.Redaction redaction) => Alt = redaction.Apply(Alt);

    /// <summary>Whether a description can stand under an image.</summary>
    public static Refusal? CheckAlt(string alt) => alt.Length == 0 ? new AltTextIsMissing() : alt.Length > AltMaxLength ? new AltTextIsTooLong(AltMaxLength) : null;

    /// <summary>Whether somebody may put so many images into one text.</summary>
    public static Refusal? CheckCount(int images, Person author, DateTimeOffset now)
    {
        if (images > MostPerText) return new TooManyImages(MostPerText);
        return images > MostPerTextAtFirst && author.Role is Role.Citizen && author.JoinedAt > now.AddDays(-FirstDays) ? new TooManyImagesAtFirst(MostPerTextAtFirst, FirstDays) : null;
    }
}
