using Participation.Domain.Council;

namespace Participation.Web.Council.Oparl;

/// <summary>What is read of an object. Kinds of rows are filtered, ordered and cut alike.</summary>
internal abstract class OparlRow
{
    public int Number { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Deleted, or not public any more.</summary>
    public bool Gone { get; init; }

    public string? Origin { get; init; }
}

internal sealed class TermData : OparlRow
{
    public string Name { get; init; } = "";

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }
}

internal sealed class OrganizationData : OparlRow
{
    public string Name { get; init; } = "";

    public string? ShortName { get; init; }

    public BodyKind Kind { get; init; }

    public string? Classification { get; init; }

    public string? Note { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public int? Predecessor { get; init; }
}

internal sealed class PersonData : OparlRow
{
    public string Name { get; init; } = "";

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }
}

internal sealed class MembershipData : OparlRow
{
    public int Person { get; init; }

    public int Body { get; init; }

    public string BodyName { get; init; } = "";

    public string? Role { get; init; }

    public bool VotingRight { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }
}

internal sealed class LocationData : OparlRow
{
    public LocationPlan Plan { get; init; } = new("", null, null, null, null, null, null);
}

internal sealed class MeetingData : OparlRow
{
    public string Name { get; init; } = "";

    public int Body { get; init; }

    public MeetingState State { get; init; }

    public bool Cancelled { get; init; }

    public DateTimeOffset Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public string Note { get; init; } = "";

    public LocationData? Location { get; init; }
}

internal sealed class AgendaItemData : OparlRow
{
    public int Meeting { get; init; }

    public string MeetingName { get; init; } = "";

    public string Sign { get; init; } = "";

    public int Order { get; init; }

    public string Name { get; init; } = "";

    public bool IsPublic { get; init; }

    public DateTimeOffset? CalledAt { get; init; }

    public int? Consultation { get; init; }

    public Resolution? Resolution { get; init; }
}

internal sealed class PaperData : OparlRow
{
    public string Name { get; init; } = "";

    public string? Reference { get; init; }

    public DateOnly? Date { get; init; }

    public string? PaperType { get; init; }

    public string Summary { get; init; } = "";

    public int? UnderDirectionOf { get; init; }
}

internal sealed class ConsultationData : OparlRow
{
    public int Paper { get; init; }

    public string PaperName { get; init; } = "";

    public int Body { get; init; }

    public int? Meeting { get; init; }

    public int? AgendaItem { get; init; }

    public ConsultationRole Role { get; init; }

    public bool Authoritative { get; init; }
}

internal sealed class FileData : OparlRow
{
    public string Title { get; init; } = "";

    public int Bytes { get; init; }

    public string Sha512 { get; init; } = "";

    public string? ExternalUrl { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    /// <summary>Whether its words are known.</summary>
    public bool HasText { get; init; }
}

/// <summary>A file beside a paper or a meeting.</summary>
internal sealed class PlaceData
{
    public int Owner { get; init; }

    public bool IsPaper { get; init; }

    public int Position { get; init; }

    public FileData File { get; init; } = new();
}
