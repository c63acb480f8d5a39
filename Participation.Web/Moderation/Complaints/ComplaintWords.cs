using System.Globalization;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;

namespace Participation.Web.Moderation.Complaints;

/// <summary>Words for the values of a complaint.</summary>
public static class ComplaintWords
{
    public static string Of(ComplaintOutcome outcome) => Named("Outcome_" + outcome);

    public static string Of(DecisionSource source) => Named("Source_" + source);

    /// <summary>What a measure did, as a sentence for whoever wrote the contribution.</summary>
    public static string Of(Measure measure, SubjectKind kind) => Named($"Did_{measure}_{kind}");

    private static string Named(string key) => ComplaintsTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"ComplaintsTexts has no {key}.");
}
