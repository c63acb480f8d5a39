using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Participation.Web.Shared;

/// <summary>The checks that every form makes, said in the same words everywhere; each notes what is wrong under its field.</summary>
internal static class FieldChecks
{
    /// <summary>Something has to be said, and not more than fits.</summary>
    public static void Require(this ModelStateDictionary state, string field, string label, string? text, int limit)
    {
        if (string.IsNullOrWhiteSpace(text)) state.Missing(field, label);
        else state.Limit(field, label, text, limit);
    }

    /// <summary>It may be empty, but not longer than fits.</summary>
    public static void Limit(this ModelStateDictionary state, string field, string label, string? text, int limit)
    {
        if (text?.Length > limit) state.AddModelError(field, SharedTexts.FieldTooLong.With(label, limit));
    }

    /// <summary>Nothing was said or chosen.</summary>
    public static void Missing(this ModelStateDictionary state, string field, string label) => state.AddModelError(field, SharedTexts.FieldRequired.With(label));
}
