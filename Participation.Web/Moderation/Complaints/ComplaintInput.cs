using System.ComponentModel.DataAnnotations;

namespace Participation.Web.Moderation.Complaints;

/// <summary>The form in which somebody complains.</summary>
public sealed record ComplaintInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Text { get; init; } = "";
}

/// <summary>A complaint beside the decision: the form, or what became of it.</summary>
/// <param name="Input">The form.</param>
/// <param name="Complaint">The complaint, when there is one.</param>
/// <param name="Refusal">Why one cannot complain now.</param>
/// <param name="Until">Until when one can.</param>
public sealed record ComplaintPanel(ComplaintInput Input, Domain.Moderation.Complaint? Complaint, Domain.Refusal? Refusal, DateTimeOffset Until);
