using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Adds someone of the council, or changes where they sit.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class EditPersonModel(ParticipationDbContext db, SaveBody save, DeskLists lists) : PageModel
{
    private const int Spare = 2;
    private const int Most = 40;

    [BindProperty]
    public CouncilPersonInput Input { get; set; } = new();

    /// <summary>Who is changed; null for someone new.</summary>
    public CouncilPerson? Existing { get; private set; }

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing is { } person) Input = await InputAsync(person, cancel);
        Complete();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Complete();
        ModelState.Require("Input.Name", CouncilDeskTexts.FieldPersonName, Input.Name, CouncilPerson.NameMaxLength);
        ModelState.Limit("Input.FamilyName", CouncilDeskTexts.FieldFamilyName, Input.FamilyName, CouncilPerson.NameMaxLength);
        ModelState.Limit("Input.GivenName", CouncilDeskTexts.FieldGivenName, Input.GivenName, CouncilPerson.NameMaxLength);
        var seats = new List<(int?, BodyMembershipPlan)>();
        for (var i = 0; i < Math.Min(Most, Input.Seats.Count); i++)
        {
            var seat = Input.Seats[i];
            if (seat.Body is null) continue;
            ModelState.Limit($"Input.Seats[{i}].Role", CouncilDeskTexts.FieldRole, seat.Role, BodyMembership.RoleMaxLength);
            if (seat.EndsOn < seat.StartsOn) ModelState.AddModelError($"Input.Seats[{i}].EndsOn", RefusalTexts.EndsBeforeItBegins);
            if (await lists.BodyAsync(seat.Body, cancel) is { } body) seats.Add((seat.Number, new BodyMembershipPlan(body, PaperForm.Trimmed(seat.Role), seat.Voting, seat.StartsOn, seat.EndsOn)));
        }

        if (!ModelState.IsValid) return this.InvalidPage();
        var saved = await save.PersonAsync(Existing?.Number, new CouncilPersonPlan(Input.Name!.Trim(), PaperForm.Trimmed(Input.FamilyName), PaperForm.Trimmed(Input.GivenName)), seats, Input.Version, User.Actor(), cancel);
        return saved.Done ? this.RedirectWithNotice(Links.ManageCouncil, CouncilDeskTexts.SavedBody) : await RefusedAsync(saved.Refusal, number, cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        var deleted = await save.DeletePersonAsync(Existing?.Number ?? throw new NotFoundException(), User.Actor(), cancel);
        return deleted.Done ? this.RedirectWithNotice(Links.ManageCouncil, CouncilDeskTexts.Deleted) : await RefusedAsync(deleted.Refusal, number, cancel);
    }

    private async Task<PageResult> RefusedAsync(Refusal refusal, string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Complete();
        Input.Version = Existing?.Version ?? 0;
        ModelState.Remove("Input.Version");
        return this.RefusedPage(refusal);
    }

    private async Task<CouncilPersonInput> InputAsync(CouncilPerson person, CancellationToken cancel)
    {
        var seats = await (
            from membership in db.BodyMemberships.AsNoTracking()
            join body in db.Bodies on membership.BodyId equals body.Id
            where membership.PersonId == person.Id && membership.DeletedAt == null
            orderby membership.Number
            select new SeatInput { Number = membership.Number, Body = body.Number, Role = membership.Role, Voting = membership.VotingRight, StartsOn = membership.StartsOn, EndsOn = membership.EndsOn }).Take(Most).ToListAsync(cancel);
        return new CouncilPersonInput { Version = person.Version, Name = person.Name, FamilyName = person.FamilyName, GivenName = person.GivenName, Seats = seats };
    }

    private void Complete()
    {
        var used = Input.Seats.FindLastIndex(seat => seat.Body is not null) + 1;
        while (Input.Seats.Count < Math.Min(Most, used + Spare)) Input.Seats.Add(new SeatInput());
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        Bodies = await lists.BodiesAsync(CouncilDeskTexts.PlannedNone, cancel);
        if (number == "neu") return;
        Existing = int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known)
            ? await db.CouncilPeople.AsNoTracking().SingleOrDefaultAsync(person => person.Number == known && person.DeletedAt == null, cancel) : null;
        if (Existing is null) throw new NotFoundException();
    }
}

/// <summary>What the form of someone of the council sends.</summary>
public sealed class CouncilPersonInput
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? FamilyName { get; set; }

    public string? GivenName { get; set; }

    public List<SeatInput> Seats { get; set; } = [];
}

/// <summary>A membership as it is typed.</summary>
public sealed class SeatInput
{
    public int? Number { get; set; }

    public int? Body { get; set; }

    public string? Role { get; set; }

    public bool Voting { get; set; } = true;

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }
}
