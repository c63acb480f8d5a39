using System.Text.Json.Serialization;

namespace Participation.Web.Council.Oparl;

/// <summary>What every object says of itself. What is null is not written. Objects inside others are declared as <c>object</c>, so that they are written as what they are.</summary>
internal abstract record OparlObject
{
    [JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    [JsonPropertyOrder(-1)]
    public required string Type { get; init; }

    [JsonPropertyOrder(1)]
    public string? License { get; init; }

    [JsonPropertyOrder(1)]
    public required DateTimeOffset Created { get; init; }

    [JsonPropertyOrder(1)]
    public required DateTimeOffset Modified { get; init; }

    [JsonPropertyOrder(1)]
    public string? Web { get; init; }

    [JsonPropertyOrder(1)]
    public bool? Deleted { get; init; }

    /// <summary>Where the object was read, if it comes from another system; not of OParl.</summary>
    [JsonPropertyOrder(2), JsonPropertyName("participation:origin")]
    public string? Origin { get; init; }
}

/// <summary>What is left of a deleted object.</summary>
internal sealed record OparlGone : OparlObject;

internal sealed record OparlSystem : OparlObject
{
    public required string OparlVersion { get; init; }

    public required string Body { get; init; }

    public string? Name { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactName { get; init; }

    public string? Website { get; init; }
}

internal sealed record OparlBody : OparlObject
{
    public required string System { get; init; }

    public string? ShortName { get; init; }

    public required string Name { get; init; }

    public string? Website { get; init; }

    public DateTimeOffset? OparlSince { get; init; }

    public string? Ags { get; init; }

    public string? Rgs { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactName { get; init; }

    public required string Organization { get; init; }

    public required string Person { get; init; }

    public required string Meeting { get; init; }

    public required string Paper { get; init; }

    public IReadOnlyList<object>? LegislativeTerm { get; init; }

    public required string AgendaItem { get; init; }

    public required string Consultation { get; init; }

    public required string File { get; init; }

    public required string LocationList { get; init; }

    public required string LegislativeTermList { get; init; }

    public required string Membership { get; init; }
}

internal sealed record OparlLegislativeTerm : OparlObject
{
    public string? Body { get; init; }

    public string? Name { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }
}

internal sealed record OparlOrganization : OparlObject
{
    public string? Body { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string>? Membership { get; init; }

    public string? Meeting { get; init; }

    public string? Consultation { get; init; }

    public string? ShortName { get; init; }

    public string? OrganizationType { get; init; }

    public string? Classification { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    [JsonPropertyName("participation:note")]
    public string? Note { get; init; }

    /// <summary>The organization whose work it goes on with.</summary>
    [JsonPropertyName("participation:predecessor")]
    public string? Predecessor { get; init; }

    /// <summary>The terms in which it exists.</summary>
    [JsonPropertyName("participation:legislativeTerm")]
    public IReadOnlyList<string>? Terms { get; init; }
}

internal sealed record OparlPerson : OparlObject
{
    public string? Body { get; init; }

    public string? Name { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }

    public IReadOnlyList<object>? Membership { get; init; }
}

internal sealed record OparlMembership : OparlObject
{
    public string? Person { get; init; }

    public string? Organization { get; init; }

    public string? Role { get; init; }

    public bool? VotingRight { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }
}

internal sealed record OparlMeeting : OparlObject
{
    public string? Name { get; init; }

    public string? MeetingState { get; init; }

    public bool? Cancelled { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public object? Location { get; init; }

    public IReadOnlyList<string>? Organization { get; init; }

    public IReadOnlyList<object>? AuxiliaryFile { get; init; }

    public IReadOnlyList<object>? AgendaItem { get; init; }

    /// <summary>What readers should know, in Markdown.</summary>
    [JsonPropertyName("participation:note")]
    public string? Note { get; init; }
}

internal sealed record OparlAgendaItem : OparlObject
{
    public string? Meeting { get; init; }

    public string? Number { get; init; }

    public required int Order { get; init; }

    public string? Name { get; init; }

    public bool? Public { get; init; }

    public string? Consultation { get; init; }

    public string? Result { get; init; }

    public string? ResolutionText { get; init; }

    public DateTimeOffset? Start { get; init; }

    [JsonPropertyName("participation:votes")]
    public OparlVotes? Votes { get; init; }
}

/// <summary>Votes of a body, never of persons; not of OParl.</summary>
internal sealed record OparlVotes(int? Yes, int? No, int? Abstentions, bool? Unanimous);

internal sealed record OparlPaper : OparlObject
{
    public string? Body { get; init; }

    public string? Name { get; init; }

    public string? Reference { get; init; }

    public DateOnly? Date { get; init; }

    public string? PaperType { get; init; }

    public object? MainFile { get; init; }

    public IReadOnlyList<object>? AuxiliaryFile { get; init; }

    public IReadOnlyList<string>? UnderDirectionOf { get; init; }

    public IReadOnlyList<object>? Consultation { get; init; }

    /// <summary>What it is about in plain words, in Markdown.</summary>
    [JsonPropertyName("participation:summary")]
    public string? Summary { get; init; }
}

internal sealed record OparlConsultation : OparlObject
{
    public string? Paper { get; init; }

    public string? AgendaItem { get; init; }

    public string? Meeting { get; init; }

    public IReadOnlyList<string>? Organization { get; init; }

    public bool? Authoritative { get; init; }

    public string? Role { get; init; }
}

internal sealed record OparlFile : OparlObject
{
    public string? Name { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public DateOnly? Date { get; init; }

    public int? Size { get; init; }

    public string? Sha512Checksum { get; init; }

    public string? Text { get; init; }

    /// <summary>Whether its words stand at its own address.</summary>
    [JsonPropertyName("participation:hasText")]
    public bool? HasText { get; init; }

    public required string AccessUrl { get; init; }

    public string? DownloadUrl { get; init; }

    public IReadOnlyList<string>? Meeting { get; init; }

    public IReadOnlyList<string>? Paper { get; init; }
}

internal sealed record OparlLocation : OparlObject
{
    public string? Description { get; init; }

    public OparlFeature? Geojson { get; init; }

    public string? StreetAddress { get; init; }

    public string? Room { get; init; }

    public string? PostalCode { get; init; }

    public string? Locality { get; init; }

    public IReadOnlyList<string>? Meetings { get; init; }
}

/// <summary>A point as GeoJSON (RFC 7946): longitude first.</summary>
internal sealed record OparlFeature(string Type, OparlGeometry Geometry, OparlProperties Properties)
{
    public static OparlFeature At(double latitude, double longitude, string name) => new("Feature", new OparlGeometry("Point", [longitude, latitude]), new OparlProperties(name));
}

internal sealed record OparlGeometry(string Type, IReadOnlyList<double> Coordinates);

internal sealed record OparlProperties(string Name);

/// <summary>What went wrong, in words for people and in words for programmers.</summary>
internal sealed record OparlError(string Type, string Message, string Debug);
