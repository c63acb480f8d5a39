namespace Participation.Domain.Ideas;

/// <summary>The life of an idea: draft → submitted → published → underReview → answered → inImplementation → implemented.</summary>
public enum IdeaStatus
{
    /// <summary>Only its author sees it.</summary>
    Draft,

    /// <summary>Waits for a moderator.</summary>
    Submitted,

    /// <summary>Was not published, with reasons.</summary>
    Declined,

    /// <summary>Public and open for stances and discussion.</summary>
    Published,

    /// <summary>The administration looks into it.</summary>
    UnderReview,

    /// <summary>Answered with yes.</summary>
    Accepted,

    /// <summary>Answered with yes in part.</summary>
    PartlyAccepted,

    /// <summary>Answered with no, with reasons.</summary>
    Rejected,

    /// <summary>Being carried out.</summary>
    InImplementation,

    /// <summary>Carried out.</summary>
    Implemented,

    /// <summary>Taken back by its author; stays readable if it was public.</summary>
    Withdrawn,

    /// <summary>Became part of another idea; its address leads there.</summary>
    Merged,
}

/// <summary>What follows from a status.</summary>
public static class IdeaStatuses
{
    /// <summary>Every status that anyone may read, in the order of a life.</summary>
    public static IReadOnlyList<IdeaStatus> Public { get; } =
    [
        IdeaStatus.Published, IdeaStatus.UnderReview, IdeaStatus.Accepted, IdeaStatus.PartlyAccepted, IdeaStatus.Rejected,
        IdeaStatus.InImplementation, IdeaStatus.Implemented, IdeaStatus.Withdrawn,
    ];

    /// <summary>Whether anyone may read an idea of this status at its own address.</summary>
    public static bool IsPublic(this IdeaStatus status) => Public.Contains(status);

    /// <summary>Whether stances can be taken and changed.</summary>
    public static bool IsOpen(this IdeaStatus status) => status is IdeaStatus.Published or IdeaStatus.UnderReview;

    /// <summary>Whether an official answer ended the question.</summary>
    public static bool IsAnswered(this IdeaStatus status) =>
        status is IdeaStatus.Accepted or IdeaStatus.PartlyAccepted or IdeaStatus.Rejected or IdeaStatus.InImplementation or IdeaStatus.Implemented;
}
