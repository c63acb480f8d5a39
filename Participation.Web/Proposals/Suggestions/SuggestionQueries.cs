using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Reads what people wrote about a text: everybody reads suggestions that are visible, insiders and authors also what waits; remarks are for those inside.</summary>
public sealed class SuggestionQueries(ParticipationDbContext db, FollowPassages follow)
{
    /// <summary>Suggestions or remarks on a page of a list.</summary>
    public const int PageSize = 30;

    /// <summary>Most replies that a remark shows; there cannot be more of one person than <see cref="PassageComment.MostOfPerson"/>.</summary>
    private const int MostReplies = 200;

    /// <summary>Most suggestions that are thanked for.</summary>
    private const int MostThanked = 200;

    /// <summary>Most that a page shows beside the text.</summary>
    private const int MostMarks = 500;

    /// <summary>What is open about the text as it is now, with where it is.</summary>
    public async Task<IReadOnlyList<PassageMark>> MarksAsync(ReadableProposal open, IReadOnlyList<TextNow> texts, CancellationToken cancel)
    {
        var suggestions = await Seen(open, null).Where(made => made.Status == SuggestionStatus.Open).OrderBy(made => made.Number).Take(MostMarks).ToListAsync(cancel);
        var remarks = !open.SeesInside ? [] : await Remarks(open).Where(remark => remark.ParentId == null && remark.ResolvedAt == null && remark.RemovedAt == null && remark.HiddenAt == null).OrderBy(remark => remark.Number).Take(MostMarks).ToListAsync(cancel);
        var marks = suggestions.ConvertAll(made => new PassageMark(made.Number, IsSuggestion: true, made.Passage)).Concat(remarks.Select(remark => new PassageMark(remark.Number, IsSuggestion: false, remark.Passage))).ToList();
        return [.. marks.Zip(await follow.ToAsync(texts, [.. marks.Select(mark => mark.Passage)], cancel), (mark, now) => mark with { Passage = now })];
    }

    /// <summary>Suggestions, open ones alone or those that were decided on, the newest first.</summary>
    public async Task<(IReadOnlyList<SuggestionView> Rows, int? Next)> ListAsync(ReadableProposal open, Actor? viewer, bool decided, int? before, CancellationToken cancel)
    {
        var rows = await Views(Seen(open, viewer).Where(made => made.HiddenAt == null && made.Status != SuggestionStatus.Withdrawn && (made.Status == SuggestionStatus.Open) != decided && (before == null || made.Number < before))
            .OrderByDescending(made => made.Number).Take(PageSize + 1)).ToListAsync(cancel);
        return rows.Count > PageSize ? (rows.GetRange(0, PageSize), rows[PageSize - 1].Suggestion.Number) : (rows, null);
    }

    /// <summary>One suggestion with its passage as it is now; null when there is none for this viewer.</summary>
    public async Task<SuggestionView?> FindAsync(ReadableProposal open, Actor? viewer, int number, IReadOnlyList<TextNow> texts, CancellationToken cancel)
    {
        var found = await Views(Seen(open, viewer).Where(made => made.Number == number)).SingleOrDefaultAsync(cancel);
        if (found is null || found.Suggestion.Status is not SuggestionStatus.Open) return found;
        var now = (await follow.ToAsync(texts, [found.Suggestion.Passage], cancel))[0];
        return found with { Now = now, StandsStill = now.StandsIn(texts.Single(text => text.Id == now.TextId).Text) };
    }

    /// <summary>One suggestion, without where its passage is; null when there is none for this viewer.</summary>
    public Task<Suggestion?> SeenAsync(ReadableProposal open, Actor? viewer, int number, CancellationToken cancel) => Seen(open, viewer).SingleOrDefaultAsync(made => made.Number == number, cancel);

    /// <summary>A remark with its replies; null when there is none of this number.</summary>
    public async Task<RemarkThread?> ThreadAsync(ReadableProposal open, int number, IReadOnlyList<TextNow> texts, CancellationToken cancel)
    {
        var asked = await Remarks(open).Where(remark => remark.Number == number).Select(remark => new { remark.Id, remark.ParentId }).SingleOrDefaultAsync(cancel);
        if (asked is null) return null;
        var root = asked.ParentId ?? asked.Id;
        var all = await RemarkViews(Remarks(open).Where(remark => remark.Id == root || remark.ParentId == root).OrderBy(remark => remark.Number).Take(MostReplies + 1)).ToListAsync(cancel);
        if (all.Find(view => view.Remark.Id == root) is not { } first) return null;
        return new RemarkThread(first, [.. all.Where(view => view.Remark.Id != root)], (await follow.ToAsync(texts, [first.Remark.Passage], cancel))[0]);
    }

    /// <summary>Remarks, open or settled, the newest first.</summary>
    public async Task<(IReadOnlyList<RemarkView> Rows, int? Next)> RemarksAsync(ReadableProposal open, bool settled, int? before, CancellationToken cancel)
    {
        var rows = await RemarkViews(Remarks(open).Where(remark => remark.ParentId == null && remark.RemovedAt == null && remark.HiddenAt == null && (remark.ResolvedAt != null) == settled && (before == null || remark.Number < before))
            .OrderByDescending(remark => remark.Number).Take(PageSize + 1)).ToListAsync(cancel);
        return rows.Count > PageSize ? (rows.GetRange(0, PageSize), rows[PageSize - 1].Remark.Number) : (rows, null);
    }

    /// <summary>Names of those whose suggestions became part of a text, in the order in which they did.</summary>
    public async Task<IReadOnlyList<string>> ThankedAsync(ProposalId proposal, CancellationToken cancel)
    {
        var thanked = await (
            from made in db.Suggestions.AsNoTracking()
            join person in db.People on made.AuthorId equals person.Id
            where made.ProposalId == proposal && made.Status == SuggestionStatus.Accepted && made.AcceptedVersion != null && made.HiddenAt == null && person.ErasedAt == null
            orderby made.DecidedAt
            select new { person.DisplayName, Organisation = db.Organisations.Where(organisation => organisation.Id == made.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault() }).Take(MostThanked).ToListAsync(cancel);
        return [.. thanked.Select(author => author.Organisation ?? author.DisplayName).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>How many changes are kept for the deliberation of a signed text.</summary>
    public Task<int> NotedAsync(ProposalId proposal, CancellationToken cancel) =>
        db.Suggestions.CountAsync(made => made.ProposalId == proposal && made.Status == SuggestionStatus.Accepted && made.AcceptedVersion == null && made.HiddenAt == null, cancel);

    /// <summary>What was suggested while nobody could read along stays inside when the text is published.</summary>
    private IQueryable<Suggestion> Seen(ReadableProposal open, Actor? viewer)
    {
        var inside = open.SeesInside;
        var all = db.Suggestions.AsNoTracking().Where(made => made.ProposalId == open.Proposal.Id);
        if (viewer is { IsModerator: true }) return all;
        var (person, throughout, since) = (viewer?.Person ?? default, inside || open.Proposal.ReadAlong, open.Proposal.PublishedAt ?? DateTimeOffset.UnixEpoch);
        return all.Where(made => made.AuthorId == person || (made.HiddenAt == null && made.Status != SuggestionStatus.Withdrawn && (inside || !made.IsHeld) && (throughout || made.At >= since)));
    }

    private IQueryable<PassageComment> Remarks(ReadableProposal open) => db.PassageComments.AsNoTracking().Where(remark => remark.ProposalId == open.Proposal.Id);

    private IQueryable<SuggestionView> Views(IQueryable<Suggestion> suggestions) => suggestions.Select(made => new SuggestionView(
        made,
        db.People.Where(person => person.Id == made.AuthorId).Select(person => person.DisplayName).First(),
        db.Organisations.Where(organisation => organisation.Id == made.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault(),
        db.Organisations.Where(organisation => organisation.Id == made.DecidedFor).Select(organisation => organisation.Name).FirstOrDefault()));

    private IQueryable<RemarkView> RemarkViews(IQueryable<PassageComment> remarks) => remarks.Select(remark => new RemarkView(
        remark,
        db.People.Where(person => person.Id == remark.AuthorId).Select(person => person.DisplayName).First(),
        db.Organisations.Where(organisation => organisation.Id == remark.OrganisationId).Select(organisation => organisation.Name).First(),
        db.PassageComments.Count(reply => reply.ParentId == remark.Id && reply.RemovedAt == null && reply.HiddenAt == null)));
}

/// <summary>Something open about a passage.</summary>
public sealed record PassageMark(int Number, bool IsSuggestion, Passage Passage);

/// <summary>A suggestion as it is read.</summary>
/// <param name="Suggestion">The suggestion.</param>
/// <param name="Author">Public name of its author.</param>
/// <param name="Organisation">In whose name.</param>
/// <param name="DecidedFor">The organisation that decided.</param>
public sealed record SuggestionView(Suggestion Suggestion, string Author, string? Organisation, string? DecidedFor)
{
    /// <summary>Where the passage is now, of an open one.</summary>
    public Passage Now { get; init; } = Suggestion.Passage;

    /// <summary>Whether the passage says what was quoted.</summary>
    public bool StandsStill { get; init; }

    /// <summary>Who is thanked for it.</summary>
    public string By => Organisation is null ? Author : SuggestionsTexts.ByFor.With(Author, Organisation);
}

/// <summary>A remark or a reply as it is read.</summary>
public sealed record RemarkView(PassageComment Remark, string Author, string Organisation, int Replies)
{
    /// <summary>Who wrote it.</summary>
    public string By => SuggestionsTexts.ByFor.With(Author, Organisation);
}

/// <summary>A remark with its replies, and where its passage is now.</summary>
public sealed record RemarkThread(RemarkView First, IReadOnlyList<RemarkView> Replies, Passage Now);
