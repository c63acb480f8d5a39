using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Uploads;

namespace Participation.Domain.Moderation;

/// <summary>
/// A text as it was when somebody reported it. Whoever decides reads what was reported, also when its author has changed or deleted it since; it is kept until nothing
/// can come of the notices any more.
/// </summary>
public sealed class ReportedVersion
{
    private readonly List<ReportedImage> _images = [];

    private ReportedVersion() { }

    /// <summary>Internal identity.</summary>
    public ReportedVersionId Id { get; private set; }

    /// <summary>What was reported.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>What was reported.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Version of the text.</summary>
    public int TextVersion { get; private set; }

    /// <summary>Whose text it is.</summary>
    public PersonId AuthorId { get; private set; }

    /// <summary>Title and summary of an idea or a proposal; empty for what has none.</summary>
    public string Head { get; private set; } = "";

    /// <summary>The Markdown.</summary>
    public string Body { get; private set; } = "";

    /// <summary>When it was kept.</summary>
    public DateTimeOffset KeptAt { get; private set; }

    /// <summary>Images in it, which are kept as long.</summary>
    public IReadOnlyList<ReportedImage> Images => _images;

    /// <summary>Keeps a text.</summary>
    public static ReportedVersion Keep(Subject subject, int textVersion, PersonId author, string head, string body, IEnumerable<UploadId> images, DateTimeOffset now)
    {
        var version = new ReportedVersion { Id = ReportedVersionId.New(now), SubjectKind = subject.Kind, SubjectId = subject.Id, TextVersion = textVersion, AuthorId = author, Head = head, Body = body, KeptAt = now };
        version._images.AddRange(images.Distinct().Select(image => ReportedImage.Of(version.Id, image)));
        return version;
    }

    /// <summary>Takes passages out here too: what is to be read nowhere is not kept beside.</summary>
    public void Shorten(Redaction redaction) => (Head, Body) = (redaction.Apply(Head), redaction.Apply(Body));
}

/// <summary>An image of a text that was reported.</summary>
public sealed class ReportedImage
{
    private ReportedImage() { }

    /// <summary>The text.</summary>
    public ReportedVersionId VersionId { get; private set; }

    /// <summary>The image.</summary>
    public UploadId UploadId { get; private set; }

    internal static ReportedImage Of(ReportedVersionId version, UploadId upload) => new() { VersionId = version, UploadId = upload };
}
