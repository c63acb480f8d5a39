using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Moderation.Proposals;
using Participation.Web.Moderation.Questions;
using Participation.Web.Proposals;
using Participation.Web.Proposals.Suggestions;
using Participation.Web.Proposals.Writing;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Notices;

/// <summary>Finds what somebody reports, and says whether they could have read it.</summary>
public sealed class ReportedThings(
    ParticipationDbContext db, HoldContribution holdContribution, HoldSuggestion holdSuggestion, ProposalItems items, ReadProposal read, SuggestionQueries suggestions, ReadTexts texts, QuestionCases questions, HoldQuestion holdQuestion, TimeProvider clock)
{
    /// <summary>The contribution, for changing; null when nothing is there for this reader.</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="reader">Who reports; null for a visitor.</param>
    /// <param name="cancel">Cancels.</param>
    internal Task<ReportedThing?> FindAsync(CaseRef at, Actor? reader, CancellationToken cancel) =>
        at.IsOfProposal ? OfProposalAsync(at, reader, cancel) : at.Kind is SubjectKind.MeetingQuestion ? OfMeetingAsync(at, cancel) : at.IsOfIdea ? OfIdeaAsync(at, cancel) : OfPassageAsync(at, cancel);

    private async Task<ReportedThing?> OfIdeaAsync(CaseRef at, CancellationToken cancel)
    {
        if (await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == at.Number, cancel) is not { } idea) return null;
        if (at.Kind is SubjectKind.Idea)
            return new ReportedThing(Matter.Of(idea), idea.TextVersion, $"{idea.Title}\n{idea.Summary}".TrimEnd(), idea.Body.Markdown, idea.Body.Html)
            {
                IsReadable = idea.IsReadable, Teaser = idea.Summary, CanBeHeld = idea is { NeedsLook: true, OrganisationId: null }, Hold = (change, why) => holdContribution.ExecuteAsync(change, idea, why, cancel),
            };
        return await OfCommentAsync(idea, idea.IsReadable, at, cancel);
    }

    private async Task<ReportedThing?> OfPassageAsync(CaseRef at, CancellationToken cancel) =>
        await db.DiscussedAsync(at.Discussion, cancel) is { } passage ? await OfCommentAsync(passage, passage.IsPublicAt(clock.GetUtcNow()), at, cancel) : null;

    private async Task<ReportedThing?> OfCommentAsync(IDiscussed home, bool isReadable, CaseRef at, CancellationToken cancel)
    {
        var (kind, id) = (home.Subject.Kind, home.Subject.Id);
        if (await db.Comments.SingleOrDefaultAsync(candidate => candidate.SubjectKind == kind && candidate.SubjectId == id && candidate.Number == at.Part, cancel) is not { } comment) return null;
        return new ReportedThing(Matter.Of(home, comment), comment.TextVersion, "", comment.Body.Markdown, comment.Body.Html)
        {
            IsReadable = isReadable && comment.IsVisible, Teaser = Markdown.PlainText.Of(comment.Body.Html), CanBeHeld = comment is { NeedsLook: true, OrganisationId: null }, Hold = (change, why) => holdContribution.ExecuteAsync(change, home, comment, why, cancel),
        };
    }

    private async Task<ReportedThing?> OfMeetingAsync(CaseRef at, CancellationToken cancel)
    {
        if (!await db.MeetingQuestions.AnyAsync(question => question.Number == at.Part && db.Meetings.Any(meeting => meeting.Id == question.MeetingId && meeting.Number == at.Number && meeting.DeletedAt == null), cancel)) return null;
        var found = await questions.FindAsync(at, cancel);
        var (question, id) = (found.Question, found.Matter.Subject.Id);
        // Whoever answered a question, or decided on it, looked at it: a crowd does not take it down any more.
        var looked = question.State is not QuestionState.Open || await db.Decisions.AnyAsync(decision => decision.SubjectKind == SubjectKind.MeetingQuestion && decision.SubjectId == id, cancel);
        return new ReportedThing(found.Matter, Moderated.OnlyVersion, "", question.Text, "")
        {
            IsReadable = question.IsVisible && found.Open.Meeting.Publication.IsPublicAt(clock.GetUtcNow()), Teaser = question.Text, CanBeHeld = !looked, Hold = (change, why) => holdQuestion.ExecuteAsync(change, found, why, cancel),
        };
    }

    private async Task<ReportedThing?> OfProposalAsync(CaseRef at, Actor? reader, CancellationToken cancel)
    {
        if (await read.FindAsync(at.Number, reader, cancel) is not { } open) return null;
        switch (at.Kind)
        {
            case SubjectKind.Suggestion:
                if (await suggestions.SeenAsync(open, reader, at.Part, cancel) is not { } seen) return null;
                var suggested = await items.FindAsync(at, cancel);
                var made = (Suggestion)suggested.What;
                return new ReportedThing(suggested.Matter, Moderated.OnlyVersion, "", $"{made.Replacement}\n\n{made.Reason}".Trim(), "")
                {
                    IsReadable = seen is { HiddenAt: null, IsGone: false }, Teaser = made.Words, CanBeHeld = made is { NeedsLook: true, OrganisationId: null },
                    Hold = (change, why) => holdSuggestion.ExecuteAsync(change, suggested.Proposal, made, suggested.Matter, why, cancel),
                };
            case SubjectKind.PassageComment:
                if (!open.SeesInside || !await db.PassageComments.AnyAsync(known => known.ProposalId == open.Proposal.Id && known.Number == at.Part, cancel)) return null;
                var remarked = await items.FindAsync(at, cancel);
                var remark = (PassageComment)remarked.What;
                return new ReportedThing(remarked.Matter, Moderated.OnlyVersion, "", remark.Body, "") { IsReadable = remark.IsVisible, Teaser = remark.Body };
            default:
                var item = await items.FindAsync(at, cancel);
                var costs = open.Proposal.Costs.OrderBy(cost => cost.Position).Select(cost => $"- {cost.Label}: {ProposalWords.Euro(cost.OneOff)} / {ProposalWords.Euro(cost.Yearly)}").ToList();
                var sections = (await texts.OfAsync(open.Proposal.Id, cancel)).Where(section => section.Text.Length > 0).Select(section => $"## {ProposalWords.Of(section.Section)}\n\n{section.Text}");
                return new ReportedThing(item.Matter, await items.TextVersionAsync(item.Proposal, cancel), $"{item.Proposal.Title}\n{item.Proposal.Summary}".TrimEnd(), string.Join("\n\n", costs.Count == 0 ? sections : sections.Append(string.Join('\n', costs))), "")
                { IsReadable = item.What is { HiddenAt: null, IsGone: false }, Teaser = item.Proposal.Summary };
        }
    }
}

/// <summary>What somebody reports, as it is now.</summary>
/// <param name="Matter">The contribution.</param>
/// <param name="TextVersion">Version of its text.</param>
/// <param name="Head">Title and summary; empty for what has none.</param>
/// <param name="Body">The Markdown, or the words as they are.</param>
/// <param name="Html">The same rendered, for its images; empty for what has none.</param>
internal sealed record ReportedThing(Matter Matter, int TextVersion, string Head, string Body, string Html)
{
    /// <summary>Whether the reader can read it now.</summary>
    public bool IsReadable { get; init; }

    /// <summary>What it says, in short.</summary>
    public string Teaser { get; init; } = "";

    /// <summary>Whether several people can have it held back until a person decides: never what a moderator looked at as it is now, nor what an organisation wrote.</summary>
    public bool CanBeHeld { get; init; }

    /// <summary>Holds it back.</summary>
    public Func<Change, HoldReason, Task> Hold { get; init; } = (_, _) => Task.CompletedTask;
}
