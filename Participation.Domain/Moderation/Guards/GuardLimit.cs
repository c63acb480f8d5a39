namespace Participation.Domain.Moderation.Guards;

/// <summary>A number that the administration sets.</summary>
public enum GuardLimit
{
    /// <summary>How long a person counts as new, in hours after joining.</summary>
    NewForHours,

    /// <summary>Ideas of a new person in a day.</summary>
    NewIdeasPerDay,

    /// <summary>Comments of a new person in a day.</summary>
    NewCommentsPerDay,

    /// <summary>Links of a new person in one text.</summary>
    NewLinks,

    /// <summary>Seconds between two posts of a new person.</summary>
    NewPauseSeconds,

    /// <summary>Seconds between two ideas of a new person.</summary>
    NewIdeaPauseSeconds,

    /// <summary>Ideas of one person in a day.</summary>
    IdeasPerDay,

    /// <summary>Changes of texts by one person in a day.</summary>
    EditsPerDay,

    /// <summary>Seconds between two posts of one person.</summary>
    PauseSeconds,

    /// <summary>Seconds between two ideas of one person.</summary>
    IdeaPauseSeconds,

    /// <summary>Minutes in which the same text of one person is not taken again.</summary>
    SameTextMinutes,

    /// <summary>Minutes in which a text that is nearly another person's waits for a moderator.</summary>
    SimilarMinutes,
}

/// <summary>What a limit is without anybody's doing, and between what it can be set: nobody locks everyone out by a slip.</summary>
/// <param name="Default">After Discourse's defaults.</param>
/// <param name="Least">0 switches a pause off.</param>
/// <param name="Most">The largest that makes sense.</param>
public sealed record LimitRange(int Default, int Least, int Most)
{
    /// <summary>The range of a limit.</summary>
    public static LimitRange Of(GuardLimit limit) => limit switch
    {
        GuardLimit.NewForHours => new(24, 0, 720),
        GuardLimit.NewIdeasPerDay => new(3, 1, 100),
        GuardLimit.NewCommentsPerDay => new(10, 1, 1000),
        GuardLimit.NewLinks => new(2, 0, 50),
        GuardLimit.NewPauseSeconds => new(30, 0, 600),
        GuardLimit.NewIdeaPauseSeconds => new(120, 0, 3600),
        GuardLimit.IdeasPerDay => new(20, 1, 1000),
        GuardLimit.EditsPerDay => new(30, 1, 1000),
        GuardLimit.PauseSeconds => new(5, 0, 600),
        GuardLimit.IdeaPauseSeconds => new(15, 0, 3600),
        GuardLimit.SameTextMinutes => new(5, 0, 1440),
        _ => new(60, 0, 1440),
    };
}

/// <summary>What becomes of somebody's first contribution where contributions appear at once.</summary>
public enum FirstPostRule
{
    /// <summary>It appears, and a moderator looks at it afterwards.</summary>
    LookAfterwards,

    /// <summary>It waits for a moderator.</summary>
    Hold,
}
