using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Council.Desk;

/// <summary>Everything of the council's side, to be edited: what was changed last comes first.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ManageModel(ParticipationDbContext db) : PageModel
{
    /// <summary>Rows of each list.</summary>
    public const int Shown = 40;

    public IReadOnlyList<DeskRow> Meetings { get; private set; } = [];

    public IReadOnlyList<DeskRow> Papers { get; private set; } = [];

    public IReadOnlyList<DeskRow> Bodies { get; private set; } = [];

    public IReadOnlyList<DeskRow> Terms { get; private set; } = [];

    public IReadOnlyList<DeskRow> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Meetings = await db.Meetings.AsNoTracking().Where(meeting => meeting.DeletedAt == null).OrderByDescending(meeting => meeting.Start).Take(Shown).Select(meeting => new DeskRow(meeting.Number, meeting.Name, meeting.Start, meeting.Publication)).ToListAsync(cancel);
        Papers = await db.Papers.AsNoTracking().Where(paper => paper.DeletedAt == null).OrderByDescending(paper => paper.ChangedAt).Take(Shown).Select(paper => new DeskRow(paper.Number, paper.Name, paper.ChangedAt, paper.Publication)).ToListAsync(cancel);
        Bodies = await db.Bodies.AsNoTracking().Where(body => body.DeletedAt == null).OrderBy(body => body.EndsOn != null).ThenBy(body => body.Name).Take(Shown).Select(body => new DeskRow(body.Number, body.Name, body.ChangedAt, null)).ToListAsync(cancel);
        Terms = await db.LegislativeTerms.AsNoTracking().Where(term => term.DeletedAt == null).OrderByDescending(term => term.StartsOn).Take(Shown).Select(term => new DeskRow(term.Number, term.Name, term.ChangedAt, null)).ToListAsync(cancel);
        People = await db.CouncilPeople.AsNoTracking().Where(person => person.DeletedAt == null).OrderBy(person => person.FamilyName ?? person.Name).Take(200).Select(person => new DeskRow(person.Number, person.Name, person.ChangedAt, null)).ToListAsync(cancel);
    }
}

/// <summary>Something in a list of the staff.</summary>
public sealed record DeskRow(int Number, string Name, DateTimeOffset At, Publication? Publication);
