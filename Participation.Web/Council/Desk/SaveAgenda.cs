using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>The staff writes the agenda of a meeting: all items at once, in their order, each with the paper it is about.</summary>
public sealed class SaveAgenda(ParticipationDbContext db, CouncilChange council)
{
    public Task<Outcome<int>> ExecuteAsync(int meetingNumber, IReadOnlyList<AgendaLine> lines, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "meeting.agenda", async change =>
    {
        if (lines.Count > Meeting.MaxItems) return new TooManyAgendaItems(Meeting.MaxItems);
        var meeting = await db.Meetings.Include(candidate => candidate.Items).SingleOrDefaultAsync(candidate => candidate.Number == meetingNumber, cancel) ?? throw new Hosting.NotFoundException();
        if (meeting.IsImported) return new ComesFromElsewhere();
        if (meeting.DeletedAt is not null || meeting.Version != expectedVersion) return new ChangedMeanwhile();
        if (await GoAsync(meeting, lines, change.Now, cancel) is { } decided) return decided;
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var plan = new AgendaItemPlan(line.Sign, index + 1, line.Name, line.IsPublic);
            var item = meeting.Items.FirstOrDefault(there => there.Number == line.Number && there.DeletedAt is null);
            if (item is null) item = meeting.AddItem(await db.NextNumberAsync(Counter.AgendaItems, cancel), plan, change.Now);
            else item.Renew(plan, change.Now);
            if (await LinkAsync(meeting, item, line, change.Now, cancel) is { } unknown) return unknown;
        }

        meeting.Touch(change.Now);
        return new Changed<int>(meetingNumber, Subject.Of(meeting.Id), meeting.Name);
    }, cancel);

    /// <summary>Takes items off the agenda, unless something was decided on them.</summary>
    private async Task<Refusal?> GoAsync(Meeting meeting, IReadOnlyList<AgendaLine> lines, DateTimeOffset now, CancellationToken cancel)
    {
        var gone = meeting.Items.Where(there => there.DeletedAt is null && !lines.Any(line => line.Number == there.Number)).ToList();
        var ids = gone.ConvertAll(item => item.Id);
        if (await db.Resolutions.AnyAsync(resolution => resolution.DeletedAt == null && ids.Contains(resolution.AgendaItemId), cancel)) return new StillInUse(gone[0].Name);
        foreach (var step in await db.Consultations.Where(step => step.DeletedAt == null && step.AgendaItemId != null && ids.Contains(step.AgendaItemId.Value)).ToListAsync(cancel))
        {
            step.Renew(new(step.BodyId, null, null, step.Role, step.Authoritative), now);
            (await db.Papers.SingleAsync(paper => paper.Id == step.PaperId, cancel)).Touch(now);
        }

        foreach (var item in gone) item.Delete(now);
        return null;
    }

    /// <summary>Ties an item to the paper it is about: the step of the paper's way that has no item yet for this body, or a new one.</summary>
    private async Task<Refusal?> LinkAsync(Meeting meeting, AgendaItem item, AgendaLine line, DateTimeOffset now, CancellationToken cancel)
    {
        var tied = await db.Consultations.Where(step => step.AgendaItemId == item.Id && step.DeletedAt == null).ToListAsync(cancel);
        var paper = line.Paper is null ? null : await FindPaperAsync(line.Paper, tied.ConvertAll(step => step.PaperId), cancel);
        if (line.Paper is { } typed && paper is null) return new UnknownPaper(typed);
        foreach (var other in tied.Where(step => step.PaperId != paper?.Id))
        {
            other.Renew(new(other.BodyId, null, null, other.Role, other.Authoritative), now);
            (await db.Papers.SingleAsync(candidate => candidate.Id == other.PaperId, cancel)).Touch(now);
        }

        if (paper is null) return null;
        var plan = new ConsultationPlan(meeting.BodyId, meeting.Id, item.Id, line.Role, line.Role is ConsultationRole.Decision);
        var own = tied.Find(step => step.PaperId == paper.Id)
            ?? paper.Consultations.FirstOrDefault(step => step.DeletedAt is null && step.BodyId == meeting.BodyId && (step.MeetingId is null || step.MeetingId == meeting.Id) && step.AgendaItemId is null);
        if (own is null) paper.Consult(await db.NextNumberAsync(Counter.Consultations, cancel), plan, now);
        else if (own.Renew(plan, now)) paper.Touch(now);
        return null;
    }

    /// <summary>A line that was left alone keeps its paper. Else the city's own number counts before that of the address, and of several papers with the same one it is the newest.</summary>
    private Task<Paper?> FindPaperAsync(string typed, List<PaperId> tied, CancellationToken cancel)
    {
        int? number = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return db.Papers.Include(candidate => candidate.Consultations).Where(candidate => candidate.DeletedAt == null && (candidate.Reference == typed || candidate.Number == number))
            .OrderByDescending(candidate => tied.Contains(candidate.Id)).ThenByDescending(candidate => candidate.Reference == typed).ThenByDescending(candidate => candidate.Number).FirstOrDefaultAsync(cancel);
    }
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
