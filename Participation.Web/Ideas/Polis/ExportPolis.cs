using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Ideas.Polis;

/// <summary>
/// Writes a process in Polis' export format. People are numbered anew. Who has an account gets one number as author and another one
/// as voter, and votes with their day only, so that a signed contribution does not tell how its author voted. Merged ideas are left out: their stances are counted
/// where they went.
/// </summary>
internal sealed class ExportPolis(ParticipationDbContext db)
{
    /// <param name="directory">Folder to write to; it is made if needed.</param>
    /// <param name="slug">The process.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>What the process holds.</returns>
    public async Task<PolisCounts> ExecuteAsync(string directory, string slug, CancellationToken cancel)
    {
        var process = await db.Processes.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Slug == slug, cancel)
            ?? throw new NotFoundException($"There is no process {slug}.");
        var ideas = await IdeasAsync(process.Id, cancel);
        var stances = await StancesAsync(process.Id, cancel);
        var numbers = new ParticipantNumbers();
        foreach (var (isStance, index, _) in InOrder(ideas, stances)) Number(numbers, isStance, index, ideas, stances);

        await PolisWriter.CommentsAsync(directory, ideas.Select(idea => (idea, numbers.Of(idea.Author, idea.HasAccount, asVoter: false))), cancel);
        await PolisWriter.VotesAsync(directory, stances.Select(stance => (stance, numbers.Of(stance.Person, stance.HasAccount, asVoter: true))), cancel);
        var counts = await PolisCounts.OfAsync(db, process.Id, cancel);
        await PolisWriter.SummaryAsync(directory, process, counts, cancel);
        return counts;
    }

    /// <summary>Numbers follow the first public act, whatever order people have in the database.</summary>
    private static IEnumerable<(bool IsStance, int Index, DateTimeOffset At)> InOrder(List<ExportedIdea> ideas, List<ExportedStance> stances) =>
        ideas.Select((idea, index) => (false, index, idea.At)).Concat(stances.Select((stance, index) => (true, index, stance.At))).OrderBy(act => act.At);

    private static void Number(ParticipantNumbers numbers, bool isStance, int index, List<ExportedIdea> ideas, List<ExportedStance> stances)
    {
        if (isStance) numbers.Of(stances[index].Person, stances[index].HasAccount, asVoter: true);
        else numbers.Of(ideas[index].Author, ideas[index].HasAccount, asVoter: false);
    }

    private Task<List<ExportedIdea>> IdeasAsync(ProcessId process, CancellationToken cancel) => db.Ideas.AsNoTracking()
        .Where(idea => idea.ProcessId == process && idea.Status != IdeaStatus.Draft && idea.Status != IdeaStatus.Merged)
        .OrderBy(idea => idea.Number)
        .Select(idea => new ExportedIdea(
            idea.Number ?? 0, idea.AuthorId, db.Users.Any(account => account.PersonId == idea.AuthorId), idea.SubmittedAt ?? idea.CreatedAt, idea.Status,
            idea.HiddenAt != null, idea.Title, idea.Body.Markdown, idea.ForCount, idea.AgainstCount))
        .ToListAsync(cancel);

    private async Task<List<ExportedStance>> StancesAsync(ProcessId process, CancellationToken cancel)
    {
        var stances = await (
            from stance in db.Stances.AsNoTracking()
            join idea in db.Ideas.AsNoTracking() on stance.IdeaId equals idea.Id
            where idea.ProcessId == process && idea.Status != IdeaStatus.Draft && idea.Status != IdeaStatus.Merged
            select new ExportedStance(idea.Number ?? 0, stance.PersonId, db.Users.Any(account => account.PersonId == stance.PersonId), stance.Kind, stance.TakenAt)).ToListAsync(cancel);
        return [.. stances.Select(stance => stance.HasAccount ? stance with { At = DayOf(stance.At) } : stance).OrderBy(stance => stance.At).ThenBy(stance => stance.Idea)];
    }

    private static DateTimeOffset DayOf(DateTimeOffset instant) => new(instant.UtcDateTime.Date, TimeSpan.Zero);
}

/// <summary>An idea as it is exported.</summary>
internal sealed record ExportedIdea(
    int Number, PersonId Author, bool HasAccount, DateTimeOffset At, IdeaStatus Status, bool Hidden, string Title, string Body, int For, int Against);

/// <summary>A stance as it is exported.</summary>
internal sealed record ExportedStance(int Idea, PersonId Person, bool HasAccount, StanceKind Kind, DateTimeOffset At);

/// <summary>Numbers people in the order in which they are asked for.</summary>
internal sealed class ParticipantNumbers
{
    private readonly Dictionary<(PersonId Person, bool AsVoter), int> _numbers = [];

    public int Of(PersonId person, bool hasAccount, bool asVoter)
    {
        var key = (person, hasAccount && asVoter);
        if (!_numbers.TryGetValue(key, out var number)) _numbers.Add(key, number = _numbers.Count);
        return number;
    }
}
