namespace Participation.Domain.Moderation.Guards;

/// <summary>A "no" that ends by itself.</summary>
public interface IMustWait
{
    /// <summary>After how long one may try again.</summary>
    TimeSpan Wait { get; }
}

/// <summary>Two contributions follow too closely.</summary>
/// <param name="Seconds">At least 2, so that it reads well.</param>
public sealed record WriteAgainIn(int Seconds) : Refusal, IMustWait
{
    TimeSpan IMustWait.Wait => TimeSpan.FromSeconds(Seconds);

    /// <summary>With the wait in whole seconds.</summary>
    public static WriteAgainIn After(TimeSpan wait) => new(Math.Max(2, (int)Math.Ceiling(wait.TotalSeconds)));
}

/// <summary>The same text once more, shortly after.</summary>
public sealed record SameTextAgain(int Minutes) : Refusal, IMustWait
{
    TimeSpan IMustWait.Wait => TimeSpan.FromMinutes(Minutes);

    /// <summary>With the wait in whole minutes.</summary>
    public static SameTextAgain After(TimeSpan wait) => new((int)Math.Ceiling(wait.TotalMinutes));
}

/// <summary>As many ideas as a new person can submit in a day.</summary>
public sealed record TooManyIdeasAtFirst(int Limit, int Hours) : Refusal, IMustWait
{
    TimeSpan IMustWait.Wait => TimeSpan.FromHours(Hours);
}

/// <summary>As many comments as a new person can post in a day.</summary>
public sealed record TooManyCommentsAtFirst(int Limit, int Hours) : Refusal, IMustWait
{
    TimeSpan IMustWait.Wait => TimeSpan.FromHours(Hours);
}

/// <summary>As many ideas as one person can submit in a day.</summary>
public sealed record TooManyIdeasToday(int Limit, int Hours) : Refusal, IMustWait
{
    TimeSpan IMustWait.Wait => TimeSpan.FromHours(Hours);
}

/// <summary>As many changes as one person can make in a day.</summary>
public sealed record TooManyEditsToday(int Limit, int Hours) : Refusal, IMustWait
{
    TimeSpan IMustWait.Wait => TimeSpan.FromHours(Hours);
}

/// <summary>More links than a new person can put into one text.</summary>
public sealed record TooManyLinks(int Limit) : Refusal;

/// <summary>The text seems to say how or where somebody is reached; whoever sends it says first that this is meant so.</summary>
public sealed record ContainsPersonalData(PersonalData Found) : Refusal;
