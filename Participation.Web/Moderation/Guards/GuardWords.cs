using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Guards;

/// <summary>Words for what was found and for the rules.</summary>
public static class GuardWords
{
    /// <summary>What becomes of first posts, to choose from.</summary>
    public static IReadOnlyList<SelectListItem> FirstPostRules => [.. Enum.GetValues<FirstPostRule>().Select(rule => new SelectListItem(Of(rule), rule.ToString()))];

    /// <summary>What its author reads when an idea waits.</summary>
    public static string IdeaHeld(IReadOnlyList<Found> found) => GuardTexts.IdeaHeld.With(Sentence(found));

    /// <summary>What its author reads when a comment waits.</summary>
    public static string CommentHeld(IReadOnlyList<Found> found) => GuardTexts.CommentHeld.With(Sentence(found));

    /// <summary>The facts of the decision when a change is held back.</summary>
    public static string HeldAfterChange(IReadOnlyList<Found> found) => GuardTexts.HeldAfterChange.With(Sentence(found));

    /// <summary>What a moderator reads in the queue.</summary>
    public static string ForModerators(IEnumerable<Found> found) => string.Join(" · ", found.Select(one => one.Reason switch
    {
        FindingReason.Word => GuardTexts.QueueWord.With(one.Detail),
        FindingReason.Similar => GuardTexts.QueueSimilar,
        _ => GuardTexts.QueueFirstPost,
    }));

    public static string Of(FirstPostRule rule) => Named("FirstPosts_" + rule);

    public static string Of(GuardLimit limit) => Named("Limit_" + limit);

    /// <summary>The first reason is enough; the words are all named.</summary>
    private static string Sentence(IReadOnlyList<Found> found)
    {
        var words = found.Where(one => one.Reason is FindingReason.Word).Select(one => GuardTexts.Quoted.With(one.Detail)).ToList();
        if (words.Count > 0) return GuardTexts.BecauseWord.With(string.Join(", ", words));
        return found.Any(one => one.Reason is FindingReason.Similar) ? GuardTexts.BecauseSimilar : GuardTexts.BecauseFirstPost;
    }

    private static string Named(string key) => GuardTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"GuardTexts has no {key}.");
}
