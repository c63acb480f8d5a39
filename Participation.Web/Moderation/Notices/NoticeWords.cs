using System.Globalization;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;

namespace Participation.Web.Moderation.Notices;

/// <summary>Words for the values of a notice.</summary>
public static class NoticeWords
{
    /// <summary>The reasons to choose from.</summary>
    public static IReadOnlyList<NoticeReason> Reasons { get; } = [.. Enum.GetValues<NoticeReason>().Where(reason => reason is not NoticeReason.None)];

    public static string Of(NoticeReason reason) => Named("Reason_" + reason);

    /// <summary>What a reason is for.</summary>
    public static string Means(NoticeReason reason) => Named("Means_" + reason);

    /// <summary>What kind of contribution is reported.</summary>
    public static string What(SubjectKind kind) => Named("Reported" + kind);

    private static string Named(string key) => NoticesTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"NoticesTexts has no {key}.");
}
