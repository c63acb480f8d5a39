using Participation.Domain.Moderation;

namespace Participation.Web.Moderation.Transparency;

/// <summary>The figures of a half-year, in the form in which they are published. What is here is an open-data schema: it only grows.</summary>
/// <param name="Version">Version of the schema.</param>
/// <param name="Period">The half-year, as <c>2026-1</c>.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Complete">Whether it is over.</param>
/// <param name="Notices">What was reported.</param>
/// <param name="Decisions">What was decided.</param>
/// <param name="Complaints">What was complained about.</param>
/// <param name="Automation">What machines did.</param>
/// <param name="ActivePeople">Who took part.</param>
public sealed record TransparencyReport(
    int Version, string Period, DateOnly From, DateOnly To, bool Complete, NoticeFigures Notices, IReadOnlyList<DecisionFigure> Decisions, ComplaintFigures Complaints, AutomationFigures Automation, ActivePeople ActivePeople)
{
    /// <summary>Version of the schema.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Everything that takes something away from an author.</summary>
    public int Restrictions => Decisions.Where(figure => Decision.Restricts(figure.Measure)).Sum(figure => figure.Count);

    /// <summary>How often something was decided.</summary>
    public int Count(Func<DecisionFigure, bool> which) => Decisions.Where(which).Sum(figure => figure.Count);
}

/// <summary>Notices of a half-year.</summary>
/// <param name="ByReason">For every reason.</param>
/// <param name="OnLaw">Decided in the half-year, content restricted because of the law.</param>
/// <param name="OnTerms">Decided in the half-year, content restricted because of the Netiquette or the terms.</param>
/// <param name="Open">Waiting at its end.</param>
/// <param name="Times">From arrival to decision, of those decided in the half-year.</param>
public sealed record NoticeFigures(IReadOnlyList<NoticeFigure> ByReason, int OnLaw, int OnTerms, int Open, DecisionTimes Times)
{
    /// <summary>How many arrived.</summary>
    public int Received => ByReason.Sum(figure => figure.Received);
}

/// <summary>Notices with one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Received">Arrived in the half-year.</param>
/// <param name="ActedOn">Decided in the half-year, content restricted.</param>
/// <param name="NotActedOn">Decided in the half-year, content stayed.</param>
/// <param name="Removed">Answered in the half-year, content was gone: its author had removed it.</param>
public sealed record NoticeFigure(NoticeReason Reason, int Received, int ActedOn, int NotActedOn, int Removed);

/// <summary>Decisions of one sort.</summary>
/// <param name="Measure">What was done.</param>
/// <param name="Ground">On which ground.</param>
/// <param name="Source">What made somebody look.</param>
/// <param name="Automated">Whether a machine decided.</param>
/// <param name="Count">How many.</param>
public sealed record DecisionFigure(Measure Measure, Ground Ground, DecisionSource Source, bool Automated, int Count);

/// <summary>Complaints of a half-year.</summary>
/// <param name="FromAuthors">Filed by authors.</param>
/// <param name="FromNotifiers">Filed by those who had reported something.</param>
/// <param name="Confirmed">Decided in the half-year, the decision stands.</param>
/// <param name="Reversed">Decided in the half-year, the decision was reversed.</param>
/// <param name="Open">Waiting at its end.</param>
/// <param name="Times">From filing to decision, of those decided in the half-year.</param>
public sealed record ComplaintFigures(int FromAuthors, int FromNotifiers, int Confirmed, int Reversed, int Open, DecisionTimes Times)
{
    /// <summary>How many were filed.</summary>
    public int Filed => FromAuthors + FromNotifiers;
}

/// <summary>What machines decided.</summary>
/// <param name="Decisions">All decisions.</param>
/// <param name="Automated">Those without a person.</param>
/// <param name="Checked">Automatic steps that a person decided on afterwards, in the half-year.</param>
/// <param name="Overturned">Those of them that the person took back.</param>
public sealed record AutomationFigures(int Decisions, int Automated, int Checked, int Overturned);

/// <summary>People who were signed in, per month.</summary>
/// <param name="Months">Months of the half-year that were counted.</param>
/// <param name="Average">Their average, rounded; null when none was counted.</param>
public sealed record ActivePeople(int Months, int? Average);
