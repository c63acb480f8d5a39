using System.Globalization;
using Participation.Domain.Council;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Notifications;

/// <summary>What an entry says, in the reader's language. The kind's name is the key.</summary>
internal static class InboxText
{
    /// <summary>How a day is kept in a detail.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    /// <summary>The sentence that links to what happened.</summary>
    public static string Of(InboxItem item)
    {
        var withDetail = item is { Kind: NotificationKind.IdeaMerged, Detail: not null };
        var key = withDetail ? "IdeaMergedInto" : item.Kind.ToString();
        var text = NotificationsTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new InvalidOperationException($"NotificationsTexts has no text for {key}.");
        if (item.Kind is NotificationKind.ResolutionPublished && Enum.TryParse<ResolutionResult>(Decided(item).Result, out var result))
            return (item.Discussion.Number > 0 ? NotificationsTexts.ResolutionOnIdea : text).With(item.Title, NotificationsTexts.ResourceManager.GetString("Result_" + result, CultureInfo.CurrentUICulture));
        return text.With(item.Title, IsDay(item.Kind) && DateOnly.TryParseExact(item.Detail, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString(SharedTexts.DateFormat, CultureInfo.CurrentUICulture) : item.Detail);
    }

    /// <summary>Where it leads.</summary>
    public static string AddressOf(InboxItem item) => item switch
    {
        { Kind: NotificationKind.OrganisationOwned or NotificationKind.OrganisationJoined } => Links.OrganisationMembers(item.Detail ?? ""),
        { Kind: NotificationKind.OrganisationRoleChanged or NotificationKind.OrganisationRemoved } => Links.Organisation(item.Detail ?? ""),
        { Kind: NotificationKind.ResidenceConfirmed } => Links.Residence,
        { Kind: NotificationKind.DataExportReady } => Links.OwnData,
        { Kind: NotificationKind.NoticeActedOn or NotificationKind.NoticeNotActedOn or NotificationKind.NoticeRemoved or NotificationKind.NoticeComplaintConfirmed or NotificationKind.NoticeComplaintReversed, CaseNumber: { } notice } => Links.MyNotice(notice),
        { CaseNumber: { } decision } when GivesReasons(item.Kind) || item.Kind is NotificationKind.IdeaHeld or NotificationKind.CommentHeld or NotificationKind.SuggestionHeld or NotificationKind.QuestionHeld => Links.Decision(decision),
        { Kind: NotificationKind.CaseMentioned } when CaseRef.TryParse(item.Detail, null, out var at) => Links.Case(at),
        { Kind: NotificationKind.ProposalInvitation, CaseNumber: { } proposal } => Links.ProposalAuthors(proposal),
        { Kind: NotificationKind.ProposalToSign or NotificationKind.ProposalSignSoon or NotificationKind.ProposalSignOver, CaseNumber: { } proposal } => Links.SignProposal(proposal),
        { Kind: NotificationKind.ProposalFromIdea or NotificationKind.ProposalDeclined or NotificationKind.ProposalReopened or NotificationKind.ProposalPublished or NotificationKind.ProposalHandedOver or NotificationKind.ProposalShown, CaseNumber: { } proposal } => Links.Proposal(proposal),
        { Kind: NotificationKind.PaperIntroduced or NotificationKind.ResolutionPublished or NotificationKind.ResolutionRetracted, CaseNumber: { } paper } => Links.Paper(paper),
        { Kind: NotificationKind.PlannedResolutionFailed } => item.CaseNumber is { } agendaItem ? Links.EditResolution(agendaItem) : Links.ManageCouncil,
        { Kind: NotificationKind.ResultPublished, CaseNumber: { } result } => Links.Result(result),
        { Kind: NotificationKind.MeasureBegun or NotificationKind.MeasureImplemented or NotificationKind.MeasureDeferred or NotificationKind.MeasureStopped, CaseNumber: { } measure } => Links.Measure(measure),
        { Kind: NotificationKind.SuggestionMade, CaseNumber: { } proposal } => Links.Suggestions(proposal),
        { Kind: NotificationKind.RemarkMade, CaseNumber: { } proposal } => Links.Remarks(proposal),
        { Kind: NotificationKind.SuggestionAccepted or NotificationKind.SuggestionDeclined or NotificationKind.SuggestionShown or NotificationKind.SuggestionNoted, CaseNumber: { } proposal, CommentNumber: { } suggestion } => Links.Suggestion(proposal, suggestion),
        { Kind: NotificationKind.RemarkReplied or NotificationKind.RemarkShown, CaseNumber: { } proposal, CommentNumber: { } remark } => Links.Remark(proposal, remark),
        { Kind: NotificationKind.QuestionAnswered or NotificationKind.QuestionDeferred or NotificationKind.QuestionDeclined or NotificationKind.QuestionShown, CaseNumber: { } meeting, CommentNumber: { } question } => Links.MeetingQuestion(meeting, question),
        { CommentNumber: { } comment } => Links.Comment(item.Discussion, comment),
        _ => Links.Discussed(item.Discussion),
    };

    /// <summary>The line below it: a reason is named as such.</summary>
    public static string? DetailOf(InboxItem item) => item switch
    {
        { Detail: null or "" } or
        {
            Kind: NotificationKind.IdeaMerged or NotificationKind.OrganisationOwned or NotificationKind.OrganisationRoleChanged
            or NotificationKind.OrganisationRemoved or NotificationKind.OrganisationJoined
        } => null,
        _ when IsDay(item.Kind) || item.Kind is NotificationKind.ProposalHandedOver or NotificationKind.CaseMentioned => null,
        { Kind: NotificationKind.ResolutionPublished } => Decided(item).Paper is { } paper ? NotificationsTexts.DecidedPaper.With(paper) : null,
        _ when GivesReasons(item.Kind) || item.Kind is NotificationKind.ResolutionRetracted or NotificationKind.SuggestionDeclined or NotificationKind.NoticeComplaintConfirmed or NotificationKind.NoticeComplaintReversed => NotificationsTexts.Reason.With(item.Detail),
        { Kind: NotificationKind.MeasureBegun or NotificationKind.MeasureImplemented or NotificationKind.MeasureDeferred or NotificationKind.MeasureStopped } => NotificationsTexts.AboutIdea.With(item.Detail),
        _ => item.Detail,
    };

    /// <summary>What a detail says of a resolution: its result and, on a line of its own, the paper.</summary>
    private static (string? Result, string? Paper) Decided(InboxItem item) => item.Detail?.Split('\n', 2) is [var result, .. var rest] ? (result, rest is [var paper] ? paper : null) : (null, null);

    /// <summary>Whether the detail is a day, kept in <see cref="DayFormat"/> and read in the reader's language.</summary>
    private static bool IsDay(NotificationKind kind) => kind is NotificationKind.ProposalSignSoon or NotificationKind.ProposalSignOver or NotificationKind.QuestionDeferred;

    /// <summary>Whether it tells the reader of a decision about themselves, with a person's reasons.</summary>
    private static bool GivesReasons(NotificationKind kind) => kind is NotificationKind.IdeaDeclined or NotificationKind.IdeaHidden or NotificationKind.CommentDeclined or NotificationKind.CommentHidden
        or NotificationKind.ComplaintConfirmed or NotificationKind.ComplaintReversed or NotificationKind.TextShortened or NotificationKind.ThreadLocked
        or NotificationKind.SuggestionRefused or NotificationKind.SuggestionHidden or NotificationKind.RemarkHidden or NotificationKind.ProposalHidden
        or NotificationKind.QuestionRefused or NotificationKind.QuestionHidden
        or NotificationKind.PersonWarned or NotificationKind.PersonSilenced or NotificationKind.PersonSuspended or NotificationKind.DecisionRevoked;
}
