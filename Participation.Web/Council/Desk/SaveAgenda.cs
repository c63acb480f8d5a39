using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>The staff writes the agenda of a meeting: all items at once, in their order, each with the paper it is about. Who follows the meeting live sees it at once.</summary>
public sealed class SaveAgenda(ParticipationDbContext db, CouncilChange council)
{
    public Task<Outcome<int>> ExecuteAsync(int meetingNumber, IReadOnlyList<AgendaLine> lines, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "meeting.agenda", async change =>
    {
        if (lines.Count > Meeting.MaxItems) return new TooManyAgendaItems(Meeting.MaxItems);
        var meeting = await db.Meetings.Include(candidate => candidate.Items).SingleOrDefaultAsync(candidate => candidate.Number == meetingNumber, cancel) ?? throw new Hosting.NotFoundException();
        if (meeting.IsImported) return new ComesFromElsewhere();
        if (meeting.DeletedAt is not null || meeting.Version != expectedVersion) return new ChangedMeanwhile();
        var there = await ReadAsync(meeting, lines, cancel);
        if (Go(meeting, lines, there, change.Now) is { } decided) return decided;
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var plan = new AgendaItemPlan(line.Sign, index + 1, line.Name, line.IsPublic);
            var item = meeting.Items.FirstOrDefault(there => there.Number == line.Number && there.DeletedAt is null);
            if (item is null) item = meeting.AddItem(await db.NextNumberAsync(Counter.AgendaItems, cancel), plan, change.Now);
            else item.Renew(plan, change.Now);
            if (await LinkAsync(meeting, item, line, there, change.Now, cancel) is { } refusal) return refusal;
        }

        meeting.Touch(change.Now);
        await council.TellFollowersAsync(meeting, change, cancel);
        return new Changed<int>(meetingNumber, Subject.Of(meeting.Id), meeting.Name);
    }, cancel, [Channel.Meeting(meetingNumber)]);

    /// <summary>Everything that the lines may be about, read at once however many there are.</summary>
    private async Task<AgendaBasis> ReadAsync(Meeting meeting, IReadOnlyList<AgendaLine> lines, CancellationToken cancel)
    {
        var items = meeting.Items.Where(item => item.DeletedAt is null).Select(item => item.Id).ToList();
        var tied = await db.Consultations.Where(step => step.AgendaItemId != null && items.Contains(step.AgendaItemId.Value) && step.DeletedAt == null).ToListAsync(cancel);
        var (typed, known) = (lines.Select(line => line.Paper).OfType<string>().Distinct().ToList(), tied.Select(step => step.PaperId).Distinct().ToList());
        var numbers = typed.Select(Number).OfType<int>().ToList();
        var papers = await db.Papers.Include(paper => paper.Consultations).Where(paper => known.Contains(paper.Id) || (paper.DeletedAt == null && (numbers.Contains(paper.Number) || (paper.Reference != null && typed.Contains(paper.Reference))))).ToListAsync(cancel);
        var resolutions = await db.Resolutions.Where(resolution => resolution.DeletedAt == null && items.Contains(resolution.AgendaItemId)).ToListAsync(cancel);
        return new AgendaBasis(tied.ToLookup(step => step.AgendaItemId!.Value), papers.ToDictionary(paper => paper.Id), resolutions.ToDictionary(resolution => resolution.AgendaItemId));
    }

    /// <summary>Takes items off the agenda, unless something was decided on them.</summary>
    private static StillInUse? Go(Meeting meeting, IReadOnlyList<AgendaLine> lines, AgendaBasis there, DateTimeOffset now)
    {
        var gone = meeting.Items.Where(item => item.DeletedAt is null && !lines.Any(line => line.Number == item.Number)).ToList();
        if (gone.Find(item => there.Resolutions.ContainsKey(item.Id)) is { } decided) return new StillInUse(decided.Name);
        foreach (var item in gone)
        {
            foreach (var step in there.Tied[item.Id]) Untie(step, there, now);
            item.Delete(now);
        }

        return null;
    }

    /// <summary>Ties an item to the paper it is about: the step of the paper's way that has no item yet for this body, or a new one. What was decided on a paper stays with it.</summary>
    private async Task<Refusal?> LinkAsync(Meeting meeting, AgendaItem item, AgendaLine line, AgendaBasis there, DateTimeOffset now, CancellationToken cancel)
    {
        var tied = there.Tied[item.Id].ToList();
        var paper = line.Paper is null ? null : Find(line.Paper, tied, there);
        if (line.Paper is { } typed && paper is null) return new UnknownPaper(typed);
        var own = tied.Find(step => step.PaperId == paper?.Id);
        if (tied.Count > 0 && there.Resolutions.TryGetValue(item.Id, out var resolution) && resolution.SettledAt is not null && own?.Role != line.Role) return new ItemIsDecided(line.Sign);
        foreach (var other in tied.Where(step => step.PaperId != paper?.Id)) Untie(other, there, now);
        if (paper is null) return null;
        var plan = new ConsultationPlan(meeting.BodyId, meeting.Id, item.Id, line.Role, line.Role is ConsultationRole.Decision);
        own ??= paper.Consultations.FirstOrDefault(step => step.DeletedAt is null && step.BodyId == meeting.BodyId && (step.MeetingId is null || step.MeetingId == meeting.Id) && step.AgendaItemId is null);
        if (own is null) paper.Consult(await db.NextNumberAsync(Counter.Consultations, cancel), plan, now);
        else if (own.Renew(plan, now)) paper.Touch(now);
        return null;
    }

    private static void Untie(Consultation step, AgendaBasis there, DateTimeOffset now)
    {
        step.Renew(new(step.BodyId, null, null, step.Role, step.Authoritative), now);
        there.Papers[step.PaperId].Touch(now);
    }

    /// <summary>A line that was left alone keeps its paper. Else the city's own number counts before that of the address, and of several papers with the same one it is the newest.</summary>
    private static Paper? Find(string typed, List<Consultation> tied, AgendaBasis there)
    {
        var number = Number(typed);
        return there.Papers.Values.Where(paper => paper.DeletedAt is null && (paper.Reference == typed || paper.Number == number))
            .OrderByDescending(paper => tied.Exists(step => step.PaperId == paper.Id)).ThenByDescending(paper => paper.Reference == typed).ThenByDescending(paper => paper.Number).FirstOrDefault();
    }

    private static int? Number(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;

    private sealed record AgendaBasis(ILookup<AgendaItemId, Consultation> Tied, Dictionary<PaperId, Paper> Papers, Dictionary<AgendaItemId, Resolution> Resolutions);
}

/// <summary>A line of an agenda as it is typed.</summary>
/// <param name="Number">Number of the item that is there; null for a new one.</param>
/// <param name="Sign">Its number on the agenda.</param>
/// <param name="Name">What it is about.</param>
/// <param name="IsPublic">Whether in public.</param>
/// <param name="Paper">The paper it is about: the number under which the city has it, or that of its address.</param>
/// <param name="Role">What the body does with the paper.</param>
public sealed record AgendaLine(int? Number, string Sign, string Name, bool IsPublic, string? Paper, ConsultationRole Role);

/// <summary>There is no such paper.</summary>
/// <param name="Number">The number that was typed.</param>
public sealed record UnknownPaper(string Number) : Refusal;

/// <summary>Something was decided on the item, for this paper and in this role; whoever would change that withdraws the resolution first.</summary>
/// <param name="Sign">Its number on the agenda.</param>
public sealed record ItemIsDecided(string Sign) : Refusal;
