using System.Globalization;
using System.Reflection;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Processes;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Proposals.Writing;
using Participation.Domain.Strategy;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Council.Desk;
using Participation.Web.Editing;

namespace Participation.Web.Shared;

/// <summary>The one place where a refusal gets its words and its HTTP status.</summary>
public static class Refusals
{
    /// <summary>What the person reads, in the request's language. The type's name is the key.</summary>
    public static string Text(Refusal refusal)
    {
        var text = RefusalTexts.ResourceManager.GetString(refusal.GetType().Name, CultureInfo.CurrentUICulture)
            ?? throw new InvalidOperationException($"RefusalTexts has no text for {refusal.GetType().Name}.");
        object?[] values = [.. refusal.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(p => p.GetValue(refusal))];
        return values.Length == 0 ? text : text.With(values);
    }

    /// <summary>409 when somebody was faster, 403 when it is not for this person, 429 when it ends by itself, else 400.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        NotAllowed or OwnDecision or VerificationTooLow or OwnIdeaHasNoStance or SecondFactorNeeded or FreshSignInNeeded or CannotSpeakForOrganisation or InvitationIsForAnotherAddress
            or AccountIsSuspended or AccountIsSilenced or StaffIsNotSanctioned or AssuranceTooLow or NotAResident or TooYoung or OwnResidence or ConfirmedElsewhere
            or AccountIsLeaving or PublishedBySomeoneElse or SignInIsElsewhere or OwnQuestionHasNoLike => StatusCodes.Status403Forbidden,
        IMustWait or WritingTooFast => StatusCodes.Status429TooManyRequests,
        ChangedMeanwhile or StepNotPossible or CommentIsClosed or ParentIsGone or StancesAreClosed or CollectingIsClosed or DiscussionIsClosed
            or TextIsSettled or WrittenMeanwhile or TooFarBehind or TextIsClosed or ThreadIsLocked or IdeaWasMerged or AddressIsTaken or KeyWasUsed or OrganisationNeedsOwner or TooManyInvitations or InvitationIsClosed
            or AlreadyConfirmed or LetterIsUnderway or LetterMustWait or LetterCodeUsedUp or LetterCodeExpired or NoLettersWait or BatchIsSent
            or OrganisationWouldBeOrphaned or LastAdministratorStays or ErasureHasBegun
            or CaseIsTaken or TooManyClaims or TooManyNotes or NoteStays or TemplateTitleIsTaken or TooManyTemplates
            or TextIsFrozen or TakesPartAlready or NotInvited or InvitationsAreOpen or NotInSignOff or TimeToSignIsOver or SignedAlready or ProposalIsPublished or ProposalIsNotPublished
            or SameAsRevision or SaysSoAlready or PassageIsGone or PassageHasChanged or SuggestionsAreClosed or SuggestionIsClosed or RemarkIsClosed or NothingToReport or ComplaintIsTooLate or NothingToComplainAbout
            or ComesFromElsewhere or StillInUse or MeetingIsThere or IsThereAlready or MeetingIsYetToCome or AlreadyPublished or IsNotADraft or ItemIsDecided
            or ServiceIsListed or FieldHasMeasures or FieldIsUnknown
            or MeetingIsCancelled or MeetingIsNotPublic or MeetingHasBegun or MeetingIsNotRunning or MeetingIsOver or NothingToTakeBack or QuestionsAreClosed or TooManyOpenQuestions or TooManyQuestions or QuestionIsClosed
            or LastWayIn or ConnectInstead or IdentityHasOtherAccount or AuthorityIsConnected or ApplicationHasNoSecret => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
