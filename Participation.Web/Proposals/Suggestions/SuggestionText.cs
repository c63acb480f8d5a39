using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Words for what became of what people wrote about a text.</summary>
public static class SuggestionText
{
    /// <summary>Where a suggestion is in its life.</summary>
    public static string State(SuggestionView view) => view.Suggestion switch
    {
        { HiddenAt: not null } => SuggestionsTexts.StateHidden.With(view.Suggestion.HiddenReason),
        { IsNoted: true } => SuggestionsTexts.StateNoted.With(view.DecidedFor),
        { Status: SuggestionStatus.Accepted } => SuggestionsTexts.StateAccepted.With(view.DecidedFor),
        { Status: SuggestionStatus.Declined } => SuggestionsTexts.StateDeclined.With(view.DecidedFor, view.Suggestion.Answer),
        { Status: SuggestionStatus.Withdrawn } => SuggestionsTexts.StateWithdrawn,
        { IsHeld: true } => SuggestionsTexts.StateHeld,
        _ => SuggestionsTexts.StateOpen,
    };

    /// <summary>What became of the passage of an open one.</summary>
    public static string? Place(SuggestionView view) =>
        view.Suggestion.Status is not SuggestionStatus.Open || view.StandsStill ? null : view.Now.IsGone ? SuggestionsTexts.PlaceGone : SuggestionsTexts.PlaceChanged;
}
