using Participation.Domain.Strategy.Measures;

namespace Participation.Web.Strategy.Measures;

/// <summary>A measure as lists and cards show it.</summary>
/// <param name="Number">Public number.</param>
/// <param name="Title">Title.</param>
/// <param name="Field">Number of its field of action.</param>
/// <param name="FieldTitle">Title of its field of action.</param>
/// <param name="Status">Where it is.</param>
/// <param name="StatusReason">Why it was put off or given up.</param>
/// <param name="Progress">How far it is as stated, in percent.</param>
/// <param name="Organisation">Name of the responsible organisation.</param>
/// <param name="OrganisationSlug">Its address.</param>
/// <param name="Milestones">How many milestones it has.</param>
/// <param name="MilestonesDone">How many of them are done.</param>
/// <param name="NextTitle">The first milestone that is open.</param>
/// <param name="NextDue">By when that is promised.</param>
/// <param name="ChangedAt">Last change.</param>
public sealed record MeasureRow(
    int Number, string Title, int Field, string FieldTitle, MeasureStatus Status, string? StatusReason, int Progress, string? Organisation, string? OrganisationSlug,
    int Milestones, int MilestonesDone, string? NextTitle, DateOnly? NextDue, DateTimeOffset ChangedAt)
{
    /// <summary>For how many days its oldest promise has been overdue; 0 when nothing is.</summary>
    public int DaysOverdue(DateOnly today) => Status.IsRunning() && NextDue < today ? today.DayNumber - NextDue.Value.DayNumber : 0;
}

/// <summary>Which measures a list shows.</summary>
/// <param name="Field">Number of a field of action.</param>
/// <param name="Status">A status.</param>
/// <param name="Organisation">Address of the responsible organisation.</param>
/// <param name="Overdue">Only those with an overdue milestone.</param>
public sealed record MeasureFilter(int? Field = null, MeasureStatus? Status = null, string? Organisation = null, bool Overdue = false)
{
    /// <summary>Whether anything is filtered.</summary>
    public bool IsActive => this != new MeasureFilter();
}
