using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Everything of the council's side, to be edited: one kind at a time, narrowed down by words and state, a page at a time.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ManageModel(ParticipationDbContext db, CityClock clock) : PageModel
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 25;

    /// <summary>Longest text that is searched for, in characters.</summary>
    public const int TextMaxLength = 100;

    private const int MostPages = 5_000;

    public DeskArea Area { get; private set; }

    public PublicationState? State { get; private set; }

    public string Text { get; private set; } = "";

    public int Number { get; private set; }

    public bool HasMore { get; private set; }

    public IReadOnlyList<DeskRow> Rows { get; private set; } = [];

    /// <summary>Resolutions that appear by themselves, and those that could not.</summary>
    public IReadOnlyList<PlannedRow> Planned { get; private set; } = [];

    public async Task OnGetAsync(string? bereich, string? stand, string? q, int? seite, CancellationToken cancel)
    {
        Area = Enum.TryParse<DeskArea>(bereich, out var area) && Enum.IsDefined(area) ? area : DeskArea.Meetings;
        State = Enum.TryParse<PublicationState>(stand, out var state) && Enum.IsDefined(state) ? state : null;
        var text = (q ?? "").Replace('\0', ' ').Trim();
        (Text, Number) = (text[..Math.Min(text.Length, TextMaxLength)], seite is > 0 and <= MostPages ? seite.Value : 1);
        var rows = await Found().Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        Planned = await (
            from plan in db.PlannedResolutions.AsNoTracking()
            join item in db.AgendaItems on plan.AgendaItemId equals item.Id
            join meeting in db.Meetings on item.MeetingId equals meeting.Id
            where item.DeletedAt == null && item.IsPublic && meeting.DeletedAt == null
            orderby plan.FailedAt == null, plan.From
            select new PlannedRow(item.Number, item.Name, meeting.Name, plan.From, plan.FailedAt != null)).Take(PageSize).ToListAsync(cancel);
    }

    [SuppressMessage("Globalization", "CA1304", Justification = "The database lowers the letters, not this process.")]
    [SuppressMessage("Globalization", "CA1311", Justification = "The database lowers the letters, not this process.")]
    private IQueryable<DeskRow> Found()
    {
        // SQLite lowers only the letters of ASCII: what was typed is looked for as it is, too.
        var (typed, lower) = (Pattern(Text), Pattern(Text.ToLowerInvariant()));
        var all = Text.Length == 0;
        return Area switch
        {
            DeskArea.Papers => db.Papers.AsNoTracking().In(State, clock.Now).Where(paper => paper.DeletedAt == null && (all || EF.Functions.Like(paper.Name.ToLower(), lower, Escape) || EF.Functions.Like(paper.Name, typed, Escape) || (paper.Reference != null && EF.Functions.Like(paper.Reference.ToLower(), lower, Escape))))
                .OrderByDescending(paper => paper.ChangedAt).ThenByDescending(paper => paper.Number).Select(paper => new DeskRow(paper.Number, paper.Name, paper.ChangedAt, paper.Publication, paper.Reference)),
            DeskArea.Bodies => db.Bodies.AsNoTracking().In(State, clock.Now).Where(body => body.DeletedAt == null && (all || EF.Functions.Like(body.Name.ToLower(), lower, Escape) || EF.Functions.Like(body.Name, typed, Escape) || (body.ShortName != null && EF.Functions.Like(body.ShortName.ToLower(), lower, Escape))))
                .OrderBy(body => body.EndsOn != null).ThenBy(body => body.Name).ThenBy(body => body.Number).Select(body => new DeskRow(body.Number, body.Name, body.ChangedAt, body.Publication, body.ShortName)),
            DeskArea.Terms => db.LegislativeTerms.AsNoTracking().In(State, clock.Now).Where(term => term.DeletedAt == null && (all || EF.Functions.Like(term.Name.ToLower(), lower, Escape) || EF.Functions.Like(term.Name, typed, Escape)))
                .OrderByDescending(term => term.StartsOn).ThenByDescending(term => term.Number).Select(term => new DeskRow(term.Number, term.Name, term.ChangedAt, term.Publication, null)),
            DeskArea.People => db.CouncilPeople.AsNoTracking().In(State, clock.Now).Where(person => person.DeletedAt == null && (all || EF.Functions.Like(person.Name.ToLower(), lower, Escape) || EF.Functions.Like(person.Name, typed, Escape)))
                .OrderBy(person => person.FamilyName ?? person.Name).ThenBy(person => person.Number).Select(person => new DeskRow(person.Number, person.Name, person.ChangedAt, person.Publication, null)),
            _ => db.Meetings.AsNoTracking().In(State, clock.Now).Where(meeting => meeting.DeletedAt == null && (all || EF.Functions.Like(meeting.Name.ToLower(), lower, Escape) || EF.Functions.Like(meeting.Name, typed, Escape)
                    || db.Bodies.Any(body => body.Id == meeting.BodyId && (EF.Functions.Like(body.Name.ToLower(), lower, Escape) || EF.Functions.Like(body.Name, typed, Escape)))))
                .OrderByDescending(meeting => meeting.Start).ThenByDescending(meeting => meeting.Number).Select(meeting => new DeskRow(meeting.Number, meeting.Name, meeting.Start, meeting.Publication, db.Bodies.Where(body => body.Id == meeting.BodyId).Select(body => body.Name).FirstOrDefault())),
        };
    }

    private const string Escape = "!";

    private static string Pattern(string text) => $"%{text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
}

/// <summary>A resolution that is planned.</summary>
/// <param name="Item">Number of its agenda item.</param>
/// <param name="Name">What the item is about.</param>
/// <param name="Meeting">Its meeting.</param>
/// <param name="From">When it appears.</param>
/// <param name="HasFailed">Whether it should have appeared and could not.</param>
public sealed record PlannedRow(int Item, string Name, string Meeting, DateTimeOffset From, bool HasFailed);

/// <summary>Something in a list of the staff.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="At">When it is or was changed.</param>
/// <param name="Publication">How far it has come.</param>
/// <param name="Note">What else one wants to know.</param>
public sealed record DeskRow(int Number, string Name, DateTimeOffset At, Publication Publication, string? Note);
