using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Notifications;

/// <summary>What someone is told about.</summary>
public enum NotificationKind
{
    /// <summary>Your idea is public.</summary>
    IdeaPublished,

    /// <summary>Your idea was not published.</summary>
    IdeaDeclined,

    /// <summary>An idea you wrote or took a stance on was answered.</summary>
    IdeaAnswered,

    /// <summary>The text of an idea you took a stance on changed.</summary>
    IdeaRevised,

    /// <summary>An idea you wrote or took a stance on became part of another.</summary>
    IdeaMerged,

    /// <summary>Your idea was hidden.</summary>
    IdeaHidden,

    /// <summary>Your idea is public again.</summary>
    IdeaRestored,

    /// <summary>An idea you wrote or took a stance on moved on.</summary>
    IdeaStatusChanged,

    /// <summary>Someone replied to you.</summary>
    CommentReplied,

    /// <summary>Someone commented on your idea.</summary>
    IdeaCommented,

    /// <summary>A comment names you.</summary>
    CommentMentioned,

    /// <summary>Your comment is public.</summary>
    CommentPublished,

    /// <summary>Your comment was not published.</summary>
    CommentDeclined,

    /// <summary>Your comment was hidden.</summary>
    CommentHidden,

    /// <summary>Your comment is public again.</summary>
    CommentRestored,

    /// <summary>You own an organisation now.</summary>
    OrganisationOwned,

    /// <summary>An owner gave you another role in an organisation.</summary>
    OrganisationRoleChanged,

    /// <summary>An owner removed you from an organisation.</summary>
    OrganisationRemoved,

    /// <summary>Someone joined an organisation that you own.</summary>
    OrganisationJoined,

    /// <summary>Your residence was confirmed.</summary>
    ResidenceConfirmed,

    /// <summary>The copy of your data that you asked for is ready.</summary>
    DataExportReady,

    /// <summary>Your idea is hidden until a person decides.</summary>
    IdeaHeld,

    /// <summary>Your comment is hidden until a person decides.</summary>
    CommentHeld,

    /// <summary>What you reported was restricted.</summary>
    NoticeActedOn,

    /// <summary>What you reported stays as it is.</summary>
    NoticeNotActedOn,

    /// <summary>The decision you complained about stands.</summary>
    ComplaintConfirmed,

    /// <summary>The decision you complained about was reversed.</summary>
    ComplaintReversed,

    /// <summary>What you reported stays as it is, after your complaint too.</summary>
    NoticeComplaintConfirmed,

    /// <summary>What you reported was restricted after your complaint.</summary>
    NoticeComplaintReversed,

    /// <summary>Personal data was taken out of your text.</summary>
    TextShortened,

    /// <summary>Nobody replies any more in a thread that you began.</summary>
    ThreadLocked,

    /// <summary>You are warned.</summary>
    PersonWarned,

    /// <summary>You do not write for some time.</summary>
    PersonSilenced,

    /// <summary>You take no part until this is lifted.</summary>
    PersonSuspended,

    /// <summary>A decision against you was taken back.</summary>
    DecisionRevoked,

    /// <summary>A colleague named you in a note on a case.</summary>
    CaseMentioned,

    /// <summary>A proposal comes from your idea.</summary>
    ProposalFromIdea,

    /// <summary>Your organisation is invited to a proposal.</summary>
    ProposalInvitation,

    /// <summary>The text of a proposal waits for your organisation's signature.</summary>
    ProposalToSign,

    /// <summary>An organisation did not sign.</summary>
    ProposalDeclined,

    /// <summary>A frozen text is written again; signatures are void.</summary>
    ProposalReopened,

    /// <summary>A proposal is signed by all and public.</summary>
    ProposalPublished,

    /// <summary>What you reported was removed by its author.</summary>
    NoticeRemoved,
    /// <summary>The last day to sign a proposal is near.</summary>
    ProposalSignSoon,

    /// <summary>The last day to sign a proposal is over.</summary>
    ProposalSignOver,

    /// <summary>A proposal was handed to a committee.</summary>
    ProposalHandedOver,
    /// <summary>Somebody proposes a change of a text that you write.</summary>
    SuggestionMade,

    /// <summary>Your suggestion became part of a proposal.</summary>
    SuggestionAccepted,

    /// <summary>Your suggestion did not become part of a proposal.</summary>
    SuggestionDeclined,

    /// <summary>Your suggestion was hidden.</summary>
    SuggestionHidden,

    /// <summary>Somebody of an organisation remarks something on a text that you write with it.</summary>
    RemarkMade,

    /// <summary>Somebody replied to your remark.</summary>
    RemarkReplied,

    /// <summary>Your remark was hidden.</summary>
    RemarkHidden,

    /// <summary>One's suggestion is hidden, because several people reported it, until a person has decided.</summary>
    SuggestionHeld,

    /// <summary>One's suggestion, which waited, is not shown.</summary>
    SuggestionRefused,

    /// <summary>One's suggestion is shown, or shown again.</summary>
    SuggestionShown,

    /// <summary>One's remark is shown again.</summary>
    RemarkShown,

    /// <summary>A proposal of one's organisation was hidden.</summary>
    ProposalHidden,

    /// <summary>A proposal of one's organisation is public again.</summary>
    ProposalShown,

    /// <summary>One's suggestion for a signed text is kept for its deliberation.</summary>
    SuggestionNoted,

    /// <summary>A paper that comes from one's idea or proposal is before a body.</summary>
    PaperIntroduced,

    /// <summary>A body decided on a paper that comes from one's idea or proposal.</summary>
    ResolutionPublished,

    /// <summary>The result of a process that one took part in is public.</summary>
    ResultPublished,
    /// <summary>A measure that takes up an idea one has to do with began.</summary>
    MeasureBegun,

    /// <summary>A measure that takes up an idea one has to do with is implemented.</summary>
    MeasureImplemented,

    /// <summary>A measure that takes up an idea one has to do with was put off.</summary>
    MeasureDeferred,

    /// <summary>A measure that takes up an idea one has to do with was given up.</summary>
    MeasureStopped,
    /// <summary>Your question to a meeting was answered.</summary>
    QuestionAnswered,

    /// <summary>Your question to a meeting is answered in writing until a day.</summary>
    QuestionDeferred,

    /// <summary>Your question was not dealt with in the meeting.</summary>
    QuestionDeclined,

    /// <summary>Your question, which waited, is not shown.</summary>
    QuestionRefused,

    /// <summary>Your question was hidden.</summary>
    QuestionHidden,

    /// <summary>Your question is hidden until a person decides.</summary>
    QuestionHeld,

    /// <summary>Your question is shown, or shown again.</summary>
    QuestionShown,

    /// <summary>A resolution on a paper that comes from one's idea or proposal was withdrawn.</summary>
    ResolutionRetracted,

    /// <summary>A resolution that one planned could not appear.</summary>
    PlannedResolutionFailed,

    /// <summary>A text of the city has another wording where one wrote about it.</summary>
    TextRevised,
}

/// <summary>One entry of a person's inbox. The text is made when it is read, in the reader's language.</summary>
public sealed class Notification
{
    /// <summary>Longest title of the thing, in characters; that of a proposal is the longest.</summary>
    public const int TitleMaxLength = Proposals.Proposal.TitleMaxLength;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>Longest key, in characters.</summary>
    public const int KeyMaxLength = 120;

    /// <summary>Most people that one text tells by naming them.</summary>
    public const int MaxMentioned = 10;

    /// <summary>The same for someone who joined within the last day.</summary>
    public const int MaxMentionedByNew = 2;

    private Notification() { }

    /// <summary>Internal identity.</summary>
    public NotificationId Id { get; private set; }

    /// <summary>Who is told.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>About what.</summary>
    public NotificationKind Kind { get; private set; }

    /// <summary>What kind of thing the number is of: an idea, or a passage of a text.</summary>
    public SubjectKind DiscussionKind { get; private set; }

    /// <summary>What it is about, as discussions are named; number 0 for what is about none.</summary>
    public DiscussionKey Discussion => DiscussionKey.Of(DiscussionKind, IdeaNumber);

    /// <summary>Public number of the idea; 0 when it is about an organisation.</summary>
    public int IdeaNumber { get; private set; }

    /// <summary>Public number of the comment, if it is about one.</summary>
    public int? CommentNumber { get; private set; }

    /// <summary>Public number of the decision it tells of, or of the reader's own notice, if the kind has one.</summary>
    public int? CaseNumber { get; private set; }

    /// <summary>Title of the idea, or name of the organisation, at that time.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The reason, a second title or the organisation's slug, if the kind has one.</summary>
    public string? Detail { get; private set; }

    /// <summary>One per person: the same happening is told once, however often its transaction is tried.</summary>
    public string Key { get; private set; } = "";

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>How many people a text may tell by naming them; further names are only marked.</summary>
    /// <param name="joinedAt">When its author joined.</param>
    /// <param name="now">The instant.</param>
    public static int MentionsTold(DateTimeOffset joinedAt, DateTimeOffset now) => now - joinedAt < TimeSpan.FromDays(1) ? MaxMentionedByNew : MaxMentioned;

    /// <summary>Tells someone.</summary>
    public static Notification Tell(PersonId person, NotificationKind kind, DiscussionKey discussion, int? commentNumber, string title, string? detail, string key, DateTimeOffset now, int? caseNumber = null) => new()
    {
        Id = NotificationId.New(now), PersonId = person, Kind = kind, DiscussionKind = discussion.Kind, IdeaNumber = discussion.Number, CommentNumber = commentNumber,
        Title = title, Detail = detail, Key = key, At = now, CaseNumber = caseNumber,
    };
}
