using Participation.Domain.Editing;

namespace Participation.Web.News;

/// <summary>What the saving of a text was, for the audit log and for the notice after it.</summary>
internal static class TextSteps
{
    /// <summary>Name of the action in the audit log.</summary>
    public static string Action(string kind, bool isNew, PublicationState before, PublicationState after) => (before == after, after) switch
    {
        (false, PublicationState.Published) => $"{kind}.publish",
        (false, PublicationState.Scheduled) => $"{kind}.schedule",
        (false, PublicationState.Withdrawn) => $"{kind}.withdraw",
        _ => isNew ? $"{kind}.create" : $"{kind}.change",
    };

    /// <summary>What the editor reads after it.</summary>
    public static string Notice(PublicationState state) => state switch
    {
        PublicationState.Published => NewsTexts.SavedPublished,
        PublicationState.Scheduled => NewsTexts.SavedScheduled,
        PublicationState.Withdrawn => NewsTexts.SavedWithdrawn,
        _ => NewsTexts.SavedDraft,
    };
}
