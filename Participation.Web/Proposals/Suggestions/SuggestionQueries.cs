using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Reads what people wrote about a text: everybody reads what is visible, insiders and authors also what waits.</summary>
public sealed class SuggestionQueries(ParticipationDbContext db, FollowPassages follow)
{
    /// <summary>Suggestions or remarks on a page of a list.</summary>
    public const int PageSize = 30;

    /// <summary>Most replies that a remark shows; there cannot be more of one person than <see cref="PassageComment.MostOfPerson"/>.</summary>
    private const int MostReplies = 200;

    /// <summary>Most that a page shows beside the text.</summary>
    private const int MostMarks = 500;

    /// <summary>What is open about the text as it is now, with where it is.</summary>
    public async Task<IReadOnlyList<PassageMark>> MarksAsync(ProposalId proposal, IReadOnlyList<TextNow> texts, CancellationToken cancel)
    {
        var suggestions = await db.Suggestions.AsNoTracking().Where(made => made.ProposalId == proposal && made.Status == SuggestionStatus.Open && !made.IsHeld).OrderBy(made => made.Number).Take(MostMarks).ToListAsync(cancel);
        var remarks = await db.PassageComments.AsNoTracking().Where(remark => remark.ProposalId == proposal && remark.ParentId == null && remark.ResolvedAt == null && remark.RemovedAt == null && !remark.IsHeld)
            .OrderBy(remark => remark.Number).Take(MostMarks).ToListAsync(cancel);
        var marks = suggestions.ConvertAll(made => new PassageMark(made.Number, IsSuggestion: true, made.Passage)).Concat(remarks.Select(remark => new PassageMark(remark.Number, IsSuggestion: false, remark.Passage))).ToList();
        return [.. marks.Zip(await follow.ToAsync(texts, [.. marks.Select(mark => mark.Passage)], cancel), (mark, now) => mark with { Passage = now })];
    }

    /// <summary>Suggestions, open ones alone or those that were decided on, the newest first.</summary>
    public async Task<(IReadOnlyList<SuggestionView> Rows, int? Next)> ListAsync(ReadableProposal open, Actor? viewer, bool decided, int? before, CancellationToken cancel)
    {
        var rows = await Views(Seen(open, viewer).Where(made => made.Status != SuggestionStatus.Hidden && made.Status != SuggestionStatus.Withdrawn && (made.Status == SuggestionStatus.Open) != decided && (before == null || made.Number < before))
            .OrderByDescending(made => made.Number).Take(PageSize + 1)).ToListAsync(cancel);
        return rows.Count > PageSize ? (rows.GetRange(0, PageSize), rows[PageSize - 1].Suggestion.Number) : (rows, null);
    }

    /// <summary>How many are open and can be seen by everybody.</summary>
    public Task<int> CountOpenAsync(ProposalId proposal, CancellationToken cancel) => db.Suggestions.CountAsync(made => made.ProposalId == proposal && made.Status == SuggestionStatus.Open && !made.IsHeld, cancel);

    /// <summary>One suggestion with its passage as it is now; null when there is none for this viewer.</summary>
    public async Task<SuggestionView?> FindAsync(ReadableProposal open, Actor? viewer, int number, IReadOnlyList<TextNow> texts, CancellationToken cancel)
    {
        var found = await Views(Seen(open, viewer).Where(made => made.Number == number)).SingleOrDefaultAsync(cancel);
        if (found is null || found.Suggestion.Status is not SuggestionStatus.Open) return found;
        var now = (await follow.ToAsync(texts, [found.Suggestion.Passage], cancel))[0];
        return found with { Now = now, StandsStill = now.StandsIn(texts.Single(text => text.Id == now.TextId).Text) };
    }

    /// <summary>A remark with its replies; null when there is none for this viewer.</summary>
    public async Task<RemarkThread?> ThreadAsync(ReadableProposal open, Actor? viewer, int number, IReadOnlyList<TextNow> texts, CancellationToken cancel)
    {
        var asked = await SeenRemarks(open, viewer).Where(remark => remark.Number == number).Select(remark => new { remark.Id, remark.ParentId }).SingleOrDefaultAsync(cancel);
        if (asked is null) return null;
        var root = asked.ParentId ?? asked.Id;
        var all = await RemarkViews(SeenRemarks(open, viewer).Where(remark => remark.Id == root || remark.ParentId == root).OrderBy(remark => remark.Number).Take(MostReplies + 1)).ToListAsync(cancel);
        if (all.Find(view => view.Remark.Id == root) is not { } first) return null;
        return new RemarkThread(first, [.. all.Where(view => view.Remark.Id != root)], (await follow.ToAsync(texts, [first.Remark.Passage], cancel))[0]);
    }

    /// <summary>Remarks, open or settled, the newest first.</summary>
    public async Task<(IReadOnlyList<RemarkView> Rows, int? Next)> RemarksAsync(ReadableProposal open, Actor? viewer, bool settled, int? before, CancellationToken cancel)
    {
        var rows = await RemarkViews(SeenRemarks(open, viewer).Where(remark => remark.ParentId == null && remark.RemovedAt == null && (remark.ResolvedAt != null) == settled && (before == null || remark.Number < before))
            .OrderByDescending(remark => remark.Number).Take(PageSize + 1)).ToListAsync(cancel);
        return rows.Count > PageSize ? (rows.GetRange(0, PageSize), rows[PageSize - 1].Remark.Number) : (rows, null);
    }

    private IQueryable<Suggestion> Seen(ReadableProposal open, Actor? viewer)
    {
        var (inside, moderates) = (open.SeesInside, viewer?.IsModerator is true);
        var all = db.Suggestions.AsNoTracking().Where(made => made.ProposalId == open.Proposal.Id);
        if (moderates) return all;
        if (viewer is null) return all.Where(made => !made.IsHeld && made.Status != SuggestionStatus.Hidden && made.Status != SuggestionStatus.Withdrawn);
        var person = viewer.Person;
        return all.Where(made => made.AuthorId == person || ((inside || !made.IsHeld) && made.Status != SuggestionStatus.Hidden && made.Status != SuggestionStatus.Withdrawn));
    }

    private IQueryable<PassageComment> SeenRemarks(ReadableProposal open, Actor? viewer)
    {
        var inside = open.SeesInside;
        var all = db.PassageComments.AsNoTracking().Where(remark => remark.ProposalId == open.Proposal.Id);
        if (viewer is null) return all.Where(remark => !remark.IsHeld);
        var person = viewer.Person;
        return all.Where(remark => inside || !remark.IsHeld || remark.AuthorId == person);
    }

    private IQueryable<SuggestionView> Views(IQueryable<Suggestion> suggestions) => suggestions.Select(made => new SuggestionView(
        made,
        db.People.Where(person => person.Id == made.AuthorId).Select(person => person.DisplayName).First(),
        db.Organisations.Where(organisation => organisation.Id == made.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault(),
        db.Organisations.Where(organisation => organisation.Id == made.DecidedFor).Select(organisation => organisation.Name).FirstOrDefault()));

    private IQueryable<RemarkView> RemarkViews(IQueryable<PassageComment> remarks) => remarks.Select(remark => new RemarkView(
        remark,
        db.People.Where(person => person.Id == remark.AuthorId).Select(person => person.DisplayName).First(),
        db.Organisations.Where(organisation => organisation.Id == remark.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault(),
        db.PassageComments.Count(reply => reply.ParentId == remark.Id && reply.RemovedAt == null && !reply.IsHeld)));
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
public sealed record RemarkView(PassageComment Remark, string Author, string? Organisation, int Replies)
{
    /// <summary>Who wrote it.</summary>
    public string By => Organisation is null ? Author : SuggestionsTexts.ByFor.With(Author, Organisation);
}

/// <summary>A remark with its replies, and where its passage is now.</summary>
public sealed record RemarkThread(RemarkView First, IReadOnlyList<RemarkView> Replies, Passage Now);
