using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>What a moderator can do with a case.</summary>
public enum CaseStep
{
    /// <summary>Publish it.</summary>
    Publish,

    /// <summary>Do not publish it.</summary>
    Decline,

    /// <summary>Take it out of view.</summary>
    Hide,

    /// <summary>Bring it back.</summary>
    Restore,

    /// <summary>Leave what was reported as it is.</summary>
    Keep,

    /// <summary>Leave what nobody reported as it is.</summary>
    Seen,

    /// <summary>Close the discussion.</summary>
    Lock,

    /// <summary>Open the discussion again.</summary>
    Unlock,

    /// <summary>Take an earlier decision back.</summary>
    Revoke,

    /// <summary>The administration looks into it.</summary>
    Review,

    /// <summary>Carrying out begins.</summary>
    Implement,

    /// <summary>Carried out.</summary>
    Complete,
}

/// <summary>What the form of a case sends.</summary>
public sealed class CaseInput
{
    public int Version { get; set; }

    public CaseStep? Step { get; set; }

    public Ground Ground { get; set; }

    /// <summary>The provision, when the ground is the law.</summary>
    public string? Norm { get; set; }

    public string? Facts { get; set; }

    /// <summary>Whether a step restricts someone and so needs a statement of reasons.</summary>
    public static bool NeedsReasons(CaseStep step) => step is CaseStep.Decline or CaseStep.Hide or CaseStep.Lock;

    /// <summary>Notes what is missing.</summary>
    public void Check(ModelStateDictionary state)
    {
        if (Step is not { } step) state.AddModelError("", ModerationTexts.StepMissing);
        else if (NeedsReasons(step)) CheckReasons(state);
    }

    /// <summary>Whoever is restricted by law reads by which.</summary>
    public static void CheckNorm(ModelStateDictionary state, Ground ground, string? norm)
    {
        if (ground is Ground.Law) state.Require("Input.Norm", ModerationTexts.Norm, norm, Decision.NormMaxLength);
        else state.Limit("Input.Norm", ModerationTexts.Norm, norm, Decision.NormMaxLength);
    }

    /// <summary>The provision as it is kept; null for none.</summary>
    public static string? Kept(string? norm) => string.IsNullOrWhiteSpace(norm) ? null : norm.Trim();

    private void CheckReasons(ModelStateDictionary state)
    {
        if (Ground is Ground.None or Ground.Imported or Ground.ToBeChecked || !Enum.IsDefined(Ground)) state.Missing("Input.Ground", ModerationTexts.Ground);
        CheckNorm(state, Ground, Norm);
        state.Require("Input.Facts", ModerationTexts.Facts, Facts, Decision.FactsMaxLength);
    }
}

/// <summary>The form of a case.</summary>
public sealed record CaseForm(CaseInput Input, IReadOnlyList<CaseStep> Steps)
{
    /// <summary>Whether its author deleted it, so that nothing is left to keep.</summary>
    public bool IsGone { get; init; }

    /// <summary>The words on the button of a step.</summary>
    public string Of(CaseStep step) => step is CaseStep.Keep && IsGone ? ModerationTexts.AnswerGone : CaseTexts.Of(step);

    /// <summary>Whether one of the steps needs reasons.</summary>
    public bool AsksForReasons => Steps.Any(CaseInput.NeedsReasons);

    /// <summary>The grounds to choose from.</summary>
    public static IEnumerable<SelectListItem> Grounds =>
        Enum.GetValues<Ground>().Where(ground => ground is not (Ground.Imported or Ground.ToBeChecked)).Select(ground => new SelectListItem(CaseTexts.Of(ground), ground.ToString()));
}

/// <summary>Words for the values of a case.</summary>
public static class CaseTexts
{
    public static string Of(Ground ground) => Named("Ground_" + ground);

    /// <summary>A new contribution of a kind.</summary>
    public static string New(SubjectKind kind) => Named("Kind" + kind);

    /// <summary>A reported contribution of a kind.</summary>
    public static string Reported(SubjectKind kind) => Named("KindReported" + kind);

    public static string Of(Measure measure) => Named("Measure_" + measure);

    public static string Of(CaseStep step) => Named("Step_" + step);

    public static string Done(CaseStep step) => Named("Done_" + step);

    private static string Named(string key) =>
        ModerationTexts.ResourceManager.GetString(key, System.Globalization.CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"ModerationTexts has no {key}.");
}
