using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Moderation.Guards;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Somebody proposes other words for a passage. The same form sent twice is one suggestion; those who write are told once a day.</summary>
public sealed class SuggestChange(ParticipationDbContext db, TextCase proposals, TakingPart part, ReadTexts texts, FindPassage find, WritingGuard guard, SuggestionNews news)
{
    /// <returns>The suggestion's number and whether it waits until somebody looked at it, or why not.</returns>
    public async Task<Outcome<Suggested>> ExecuteAsync(int number, SuggestionInput input, Actor actor, CancellationToken cancel)
    {
        var words = new SuggestionWords(SaveSection.Clean(input.Replacement), input.Reason, input.SharesPersonalData);
        await using var open = await proposals.OpenAsync(number, actor, cancel, Channel.Drafts(actor.Person), Channel.Moderation);
        var again = await db.Suggestions.AsNoTracking().Where(known => known.AuthorId == actor.Person && known.SubmissionKey == input.Key).Select(known => new { known.ProposalId, known.Number, known.IsHeld }).SingleOrDefaultAsync(cancel);
        if (again is not null) return again.ProposalId == open.Proposal.Id ? new Suggested(again.Number, again.IsHeld) : new Domain.Discussions.KeyWasUsed();
        if (string.IsNullOrWhiteSpace(words.Reason)) return new Domain.Ideas.ReasonIsMissing();
        var passage = await find.ExecuteAsync(await texts.OfAsync(open.Proposal.Id, cancel), input.Passage, cancel);
        if (!passage.Done) return passage.Refusal;
        if (passage.Value.Quote != SaveSection.Clean(input.Quote)) return new PassageHasChanged();
        if (words.Replacement == passage.Value.Quote) return new Domain.Ideas.NothingChanged();
        var all = db.Suggestions.Where(known => known.ProposalId == open.Proposal.Id);
        if (await all.CountAsync(known => known.AuthorId == actor.Person && known.Status == SuggestionStatus.Open && known.HiddenAt == null, cancel) >= Suggestion.MostOpenOfPerson) return new TooManySuggestions(Suggestion.MostOpenOfPerson);
        if (await all.CountAsync(known => known.Status == SuggestionStatus.Open && known.HiddenAt == null, cancel) >= Suggestion.MostOpen) return new SuggestionsAreFull(Suggestion.MostOpen);
        var taken = await part.CheckAsync(open, actor, input.Organisation, passage.Value, words, cancel);
        if (!taken.Done) return taken.Refusal;

        var suggestion = Suggestion.Make(SuggestionId.New(open.Change.Now), open.Proposal.Id, 1 + (await all.MaxAsync(known => (int?)known.Number, cancel) ?? 0), passage.Value, words, actor.Person, taken.Value.Organisation, taken.Value.Verdict.Holds, input.Key, open.Change.Now);
        // What the moderation itself writes nobody has to look at.
        if (actor.IsModerator) suggestion.MarkSeen();
        db.Suggestions.Add(suggestion);
        guard.Note(taken.Value.Verdict, Domain.Discussions.Subject.Of(suggestion.Id), textVersion: Suggestion.OnlyVersion);
        if (taken.Value.Verdict.Found.Count > 0) open.Change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        await news.TellWritersAsync(open, NotificationKind.SuggestionMade, actor, cancel);
        await open.Change.CommitAsync(cancel);
        return new Suggested(suggestion.Number, suggestion.IsHeld);
    }
}

/// <summary>What somebody proposes.</summary>
/// <param name="Passage">For which passage.</param>
/// <param name="Quote">What they read there.</param>
/// <param name="Replacement">What shall stand there; nothing when it shall go.</param>
/// <param name="Reason">Why.</param>
/// <param name="Key">Made by the form.</param>
/// <param name="Organisation">In whose name.</param>
/// <param name="SharesPersonalData">Whether its author knows that it says how somebody is reached, and means it so.</param>
public sealed record SuggestionInput(PassageAddress Passage, string Quote, string Replacement, string Reason, string Key, Guid? Organisation = null, bool SharesPersonalData = false);

/// <summary>Something that was written about a passage.</summary>
public sealed record Suggested(int Number, bool IsHeld);
