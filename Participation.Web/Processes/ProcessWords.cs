using Microsoft.AspNetCore.Mvc.Rendering;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;

namespace Participation.Web.Processes;

/// <summary>Words for the values of a process.</summary>
public static class ProcessWords
{
    /// <summary>What can be done.</summary>
    public static string Of(ActivityKind kind) => kind switch
    {
        ActivityKind.CollectIdeas => ProcessesTexts.Collect,
        ActivityKind.Discuss => ProcessesTexts.Discuss,
        _ => ProcessesTexts.Stances,
    };

    /// <summary>Who may take part.</summary>
    public static string Of(Verification required) => required switch
    {
        Verification.VerifiedResident => ProcessesTexts.WhoVerified,
        Verification.SelfDeclaredResident => ProcessesTexts.WhoResident,
        _ => ProcessesTexts.WhoEmail,
    };

    /// <summary>To choose from.</summary>
    public static IReadOnlyList<SelectListItem> StanceModes =>
        [new(ProcessesTexts.ModeForNeutralAgainst, nameof(StanceMode.ForNeutralAgainst)), new(ProcessesTexts.ModeSupportOnly, nameof(StanceMode.SupportOnly))];

    /// <summary>To choose from.</summary>
    public static IReadOnlyList<SelectListItem> ModerationModes =>
    [
        new(ProcessesTexts.PreModerateIdeas, nameof(ModerationMode.PreModerateIdeas)), new(ProcessesTexts.PreModerateAll, nameof(ModerationMode.PreModerateAll)),
        new(ProcessesTexts.PostModerate, nameof(ModerationMode.PostModerate)),
    ];

    /// <summary>To choose from.</summary>
    public static IReadOnlyList<SelectListItem> Verifications =>
    [
        new(ProcessesTexts.WhoEmail, nameof(Verification.Email)), new(ProcessesTexts.WhoResident, nameof(Verification.SelfDeclaredResident)),
        new(ProcessesTexts.WhoVerified, nameof(Verification.VerifiedResident)),
    ];
}
