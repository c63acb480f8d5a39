using System.Globalization;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Audit;

/// <summary>Words for the values of an entry.</summary>
public static class AuditWords
{
    /// <summary>The kinds to choose from.</summary>
    public static IReadOnlyList<SubjectKind> Kinds { get; } = Enum.GetValues<SubjectKind>();

    public static string Of(SubjectKind kind) => Named("Kind_" + kind) ?? kind.ToString();

    /// <summary>What was done; an action of another version of the platform is shown as it is stored.</summary>
    public static string Of(string action) => Named(KeyOf(action)) ?? action;

    /// <summary>What else is known of an entry: numbers and values in words; what a person wrote stands as it is.</summary>
    public static string Detail(string action, string detail)
    {
        string[] parts = detail.Split(": ", 2);
        return (action, parts) switch
        {
            ("notice.receive", [var number, var reason]) when Enum.TryParse<NoticeReason>(reason, out var value) => AuditTexts.Detail_Notice.With(number, NoticeWords.Of(value)),
            ("decision.undo", [var number, var measure]) when Enum.TryParse<Measure>(measure, out var value) => AuditTexts.Detail_Undo.With(number, CaseTexts.Of(value)),
            ("complaint.file", [var number, var decision]) => AuditTexts.Detail_Filed.With(number, decision),
            ("complaint.confirm" or "complaint.reverse", [var number, var reasons]) => $"{AuditTexts.Detail_Complaint.With(number)}: {reasons}",
            ("complaint.grant" or "complaint.confirm" or "complaint.reverse", [var number]) => AuditTexts.Detail_Complaint.With(number),
            _ => detail,
        };
    }

    /// <summary>Where the words of an action stand.</summary>
    public static string KeyOf(string action) => "Action_" + action.Replace('.', '_').Replace('-', '_');

    private static string? Named(string key) => AuditTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
}
