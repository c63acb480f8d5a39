namespace Participation.Web.Moderation;

/// <summary>How long something may wait until somebody should have looked at it.</summary>
internal static class TargetTimes
{
    /// <summary>A notice.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(4);

    /// <summary>Something new, and a text to look at afterwards.</summary>
    public static readonly TimeSpan New = TimeSpan.FromDays(2);

    /// <summary>A complaint.</summary>
    public static readonly TimeSpan Complaint = TimeSpan.FromDays(7);
}
