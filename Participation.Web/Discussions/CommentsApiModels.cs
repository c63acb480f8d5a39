using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Participation.Domain.Discussions;
using Participation.Web.Hosting.Api;
using Participation.Web.Ideas;

namespace Participation.Web.Discussions;

/// <summary>A comment; of a removed one only its place in the thread remains.</summary>
[Description("Ein Beitrag. Von einem entfernten bleiben Platz und Grund, nicht der Text.")]
public sealed record ApiComment(
    [property: Description("Nummer der Idee; null bei einem Beitrag zu einem Absatz.")] int? Idea,
    [property: Description("Nummer des Absatzes eines Textes; null bei einem Beitrag zu einer Idee.")] int? Passage,
    [property: Description("Nummer innerhalb der Diskussion.")] int Number,
    [property: Description("Adresse auf der Website.")] string Url,
    [property: Description("Nummer des Beitrags, auf den er antwortet.")] int? Parent,
    [property: Description("0 für einen Beitrag ohne Eltern, höchstens 3.")] int Depth,
    [property: Description("published, hidden oder deleted.")] CommentStatus Status,
    ApiAuthor? Author,
    [property: Description("none, for, against oder question; über die Idee oder den Absatz, nicht über den Beitrag darüber.")] CommentLabel? Label,
    [property: Description("Text in Markdown.")] string? Body,
    [property: Description("Derselbe als bereinigtes HTML.")] string? BodyHtml,
    [property: Description("Warum er verborgen wurde.")] string? RemovalReason,
    DateTimeOffset PostedAt,
    DateTimeOffset? EditedAt,
    [property: Description("Sichtbare Antworten darunter.")] int Replies,
    [property: Description("Fassung des Textes; in „If-Match“ zu senden, wenn der Text geändert wird.")] int Version) : IVersioned;

/// <summary>A changed comment.</summary>
[Description("Der Text eines Beitrags.")]
public record ApiCommentText
{
    [Description("Text in Markdown, ohne HTML."), MinLength(1), MaxLength(Comment.BodyMaxLength)]
    public required string Body { get; init; }

    [Description("none, for, against oder question.")]
    public CommentLabel Label { get; init; }

    [Description("Ob persönliche Daten im Text so gewollt sind. Ohne „true“ ist die Antwort 400 mit „refusal“: „ContainsPersonalData“, wenn der Text Telefonnummern, E-Mail-Adressen, Anschriften oder eine IBAN zu enthalten scheint.")]
    public bool SharesPersonalData { get; init; }
}

/// <summary>A new comment.</summary>
[Description("Ein neuer Beitrag.")]
public sealed record ApiNewComment : ApiCommentText
{
    [Description("Nummer der Idee. Entweder sie oder „passage“ ist anzugeben.")]
    public int? Idea { get; init; }

    [Description("Nummer des Absatzes eines Textes.")]
    public int? Passage { get; init; }

    [Description("Nummer des Beitrags, auf den er antwortet.")]
    public int? Parent { get; init; }

    [Description("Organisation, in deren Namen geschrieben wird; nur für ihre Mitglieder."), MaxLength(Domain.Slug.MaxLength)]
    public string? Organisation { get; init; }
}

/// <summary>A comment that was posted.</summary>
[Description("Der neue Beitrag; „held“ heißt, dass er auf die Moderation wartet.")]
public sealed record ApiCommentReceipt(int? Idea, int? Passage, int Number, string Url, bool Held, [property: Description("Warum er wartet, wenn das nicht am Verfahren liegt.")] string? HeldBecause = null);
