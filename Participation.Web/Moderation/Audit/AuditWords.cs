using System.Globalization;
using Participation.Domain.Discussions;

namespace Participation.Web.Moderation.Audit;

/// <summary>Words for the values of an entry.</summary>
public static class AuditWords
{
    /// <summary>The kinds to choose from.</summary>
    public static IReadOnlyList<SubjectKind> Kinds { get; } = Enum.GetValues<SubjectKind>();

    public static string Of(SubjectKind kind) => Named("Kind_" + kind) ?? kind.ToString();

    /// <summary>What was done; an action of another version of the platform is shown as it is stored.</summary>
    public static string Of(string action) => Named(KeyOf(action)) ?? action;

    /// <summary>Where the words of an action stand.</summary>
    public static string KeyOf(string action) => "Action_" + action.Replace('.', '_').Replace('-', '_');

    private static string? Named(string key) => AuditTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
}
