using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Participation.Domain.Proposals;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>What several forms of a proposal have in common.</summary>
public static class ProposalForm
{
    /// <summary>The draft is for its organisations alone.</summary>
    public const string Inside = "intern";

    /// <summary>Anyone may read along.</summary>
    public const string Everyone = "alle";

    public static IReadOnlyList<SelectListItem> Readers => [new(ProposalsTexts.ChooseInside, Inside), new(ProposalsTexts.ChooseAll, Everyone)];

    public static IReadOnlyList<SelectListItem> Roles => [.. new[] { AuthorRole.CoAuthor, AuthorRole.Adviser }.Select(role => new SelectListItem(ProposalWords.Of(role), role.ToString()))];

    /// <summary>Checks title and summary.</summary>
    public static void CheckTexts(this ModelStateDictionary state, string? title, string? summary)
    {
        state.Require("Input.Title", ProposalsTexts.FieldTitle, title, Proposal.TitleMaxLength);
        state.Limit("Input.Summary", ProposalsTexts.FieldSummary, summary, Proposal.SummaryMaxLength);
    }

    /// <summary>Checks who shall read along.</summary>
    public static void CheckReaders(this ModelStateDictionary state, string? readers)
    {
        if (readers is not (Inside or Everyone)) state.AddModelError("Input.Readers", SharedTexts.PleaseChoose);
    }
}

/// <summary>The form of a new proposal.</summary>
public sealed record NewProposalInput
{
    /// <summary>Longest list of numbers, in characters.</summary>
    public const int IdeasMaxLength = 200;

    public string Key { get; init; } = "";

    public string? Lead { get; init; }

    public string? Title { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Summary { get; init; } = "";

    public string? Ideas { get; init; }

    public string? Readers { get; init; } = ProposalForm.Inside;

    /// <summary>Numbers of ideas as they stand in the field, or null when one is no number.</summary>
    public IReadOnlyList<int>? Numbers
    {
        get
        {
            var words = (Ideas ?? "").Split([',', ';', ' ', '#'], StringSplitOptions.RemoveEmptyEntries);
            var numbers = words.Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct().ToList();
            return numbers.Contains(0) ? null : numbers;
        }
    }
}
