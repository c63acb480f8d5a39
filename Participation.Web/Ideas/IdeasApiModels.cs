using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Participation.Domain.Ideas;
using Participation.Web.Hosting.Api;

namespace Participation.Web.Ideas;

/// <summary>Counts of stances; never whose.</summary>
[Description("Wie viele Menschen dafür, neutral oder dagegen sind. Wer, ist nie zu erfahren.")]
public sealed record ApiStances(int For, int Neutral, int Against);

/// <summary>Counts of one idea.</summary>
[Description("Die Haltungen zu einer Idee.")]
public sealed record ApiIdeaStances(int Idea, int For, int Neutral, int Against);

/// <summary>Who wrote something, as the site shows it.</summary>
[Description("Öffentlicher Name, und die Organisation, in deren Namen geschrieben wurde.")]
public sealed record ApiAuthor(string Name, string? Organisation);

/// <summary>An idea in a list.</summary>
[Description("Eine Idee in einer Liste.")]
public record ApiIdeaRow(
    [property: Description("Öffentliche Nummer.")] int Number,
    [property: Description("Adresse auf der Website.")] string Url,
    string Title,
    string Summary,
    [property: Description("Stand der Idee.")] IdeaStatus Status,
    [property: Description("Verfahren, zu dem sie gehört.")] string Process,
    [property: Description("Schlüssel des Themas.")] string? Topic,
    [property: Description("Schlüssel des Stadtteils, oder null.")] string? District,
    ApiAuthor Author,
    ApiStances Stances,
    [property: Description("Zahl der sichtbaren Beiträge.")] int Comments,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? PublishedAt,
    [property: Description("Letzter Text, Beitrag, Schritt oder letzte Antwort.")] DateTimeOffset ActiveAt,
    [property: Description("Wann das nächste Wort der Stadt fällig ist.")] DateOnly? NextDate,
    [property: Description("Ob das Bürgerbüro sie für jemanden ohne Konto aufgenommen hat.")] bool Assisted);

/// <summary>An idea as a whole.</summary>
[Description("Eine Idee mit Text, Schritten und Antworten.")]
public sealed record ApiIdea(
    ApiIdeaRow Idea,
    [property: Description("Beschreibung in Markdown.")] string Body,
    [property: Description("Dieselbe als bereinigtes HTML.")] string BodyHtml,
    string? Place, double? Latitude, double? Longitude,
    [property: Description("Fassung des Textes; in „If-Match“ zu senden, wenn der Text geändert wird.")] int Version,
    ApiResponsible? Responsible,
    IReadOnlyList<ApiIdeaEvent> Timeline,
    IReadOnlyList<ApiAnswer> Answers) : IVersioned;

/// <summary>Who takes care of it.</summary>
public sealed record ApiResponsible(string? Organisation, string? Unit);

/// <summary>A dated step.</summary>
[Description("Ein Schritt im Leben der Idee.")]
public sealed record ApiIdeaEvent(IdeaEventKind Kind, DateTimeOffset At, string? Note, int? OtherIdea, AnswerOutcome? Outcome);

/// <summary>An official answer.</summary>
[Description("Eine Antwort der Stadt; die letzte gilt.")]
public sealed record ApiAnswer(AnswerOutcome Outcome, string Text, string TextHtml, DateTimeOffset AnsweredAt, string? Organisation, string? Unit, DateOnly? NextDate);

/// <summary>A text the idea once had.</summary>
[Description("Eine Fassung des Textes; 1 ist die eingereichte.")]
public sealed record ApiIdeaVersion(int Number, string Title, string Summary, string Body, DateTimeOffset WrittenAt);

/// <summary>What an author sends.</summary>
[Description("Der Text einer Idee.")]
public record ApiIdeaText
{
    [Description("Worum es geht, in einem Satz."), MinLength(IdeaText.TitleMinLength), MaxLength(IdeaText.TitleMaxLength)]
    public required string Title { get; init; }

    [Description("Was in Listen steht; fehlt es, ist es der Anfang der Beschreibung."), MaxLength(IdeaText.SummaryMaxLength)]
    public string? Summary { get; init; }

    [Description("Beschreibung in Markdown, ohne HTML."), MinLength(IdeaText.BodyMinLength), MaxLength(IdeaText.BodyMaxLength)]
    public required string Body { get; init; }

    [Description("Schlüssel eines Themas."), MaxLength(Domain.Ideas.Topic.KeyMaxLength)]
    public required string Topic { get; init; }

    [Description("Schlüssel eines Stadtteils."), MaxLength(Domain.Ideas.District.KeyMaxLength)]
    public string? District { get; init; }

    [Description("Straße, Platz oder Haltestelle."), MaxLength(IdeaText.PlaceMaxLength)]
    public string? Place { get; init; }

    [Description("Grad nach WGS 84, nur zusammen mit „longitude“."), Range(-90.0, 90.0)]
    public double? Latitude { get; init; }

    [Description("Grad nach WGS 84, nur zusammen mit „latitude“."), Range(-180.0, 180.0)]
    public double? Longitude { get; init; }

    [Description("Ob persönliche Daten im Text so gewollt sind. Ohne „true“ ist die Antwort 400 mit „refusal“: „ContainsPersonalData“, wenn der Text Telefonnummern, E-Mail-Adressen, Anschriften oder eine IBAN zu enthalten scheint.")]
    public bool SharesPersonalData { get; init; }
}

/// <summary>A new idea.</summary>
[Description("Eine neue Idee.")]
public sealed record ApiNewIdea : ApiIdeaText
{
    [Description("Verfahren, zu dem sie gehört."), MaxLength(Domain.Slug.MaxLength)]
    public required string Process { get; init; }

    [Description("Organisation, in deren Namen geschrieben wird; nur für ihre Mitglieder."), MaxLength(Domain.Slug.MaxLength)]
    public string? Organisation { get; init; }
}

/// <summary>An idea that was handed in.</summary>
[Description("Was aus der Idee wurde: veröffentlicht, oder eingereicht und noch bei der Moderation.")]
public sealed record ApiIdeaReceipt(int Number, string Url, IdeaStatus Status, [property: Description("Warum sie wartet, wenn das nicht am Verfahren liegt.")] string? HeldBecause = null);

/// <summary>One's stance.</summary>
[Description("Die eigene Haltung.")]
public sealed record ApiStanceChoice([property: Description("for, neutral oder against.")] StanceKind Stance);

/// <summary>A topic.</summary>
[Description("Ein Thema.")]
public sealed record ApiTopic(string Key, string Name, string Description);

/// <summary>A part of the city.</summary>
[Description("Ein Stadtteil mit ungefährer Mitte.")]
public sealed record ApiDistrict(string Key, string Name, double? Latitude, double? Longitude);
