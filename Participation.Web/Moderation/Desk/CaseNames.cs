using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Desk;

/// <summary>What cases are called, and what is locked for them.</summary>
public static class CaseNames
{
    /// <summary>Its place in an id of the page.</summary>
    public static string Anchor(this CaseRef at) => at.ToString().Replace(':', '-');

    /// <summary>What is locked while it is decided on or reported, beside the queue.</summary>
    internal static IEnumerable<string> Locks(this CaseRef at) =>
        at.IsOfProposal ? [Channel.Proposal(at.Number)] : at.Kind is SubjectKind.MeetingQuestion ? [Channel.Meeting(at.Number)] : at.IsOfIdea ? [Channel.Idea(at.Number), Channel.Ideas] : [at.Discussion.Channel];

    /// <summary>What it is called, in the reader's language.</summary>
    /// <param name="at">The case.</param>
    /// <param name="title">Title of the idea or the proposal.</param>
    public static string Title(this CaseRef at, string title) => at.Kind switch
    {
        SubjectKind.Comment => ModerationTexts.CommentCase.With(at.Part, title),
        SubjectKind.Suggestion => ModerationTexts.SuggestionCase.With(at.Part, title),
        SubjectKind.PassageComment => ModerationTexts.RemarkCase.With(at.Part, title),
        SubjectKind.MeetingQuestion => ModerationTexts.QuestionCase.With(at.Part, title),
        _ => title,
    };
}
