using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Adds someone of the council, or changes where they sit.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditPersonModel(ParticipationDbContext db, SaveBody save, DeskLists lists, KeptForms kept, LastChange last, CityClock clock) : PageModel
{
    private const string New = "neu";
    private const string ShowPreview = "vorschau";
    private const int Spare = 2;
    private const int Most = 40;

    [BindProperty]
    public CouncilPersonInput Input { get; set; } = new();

    /// <summary>Who is changed; null for someone new.</summary>
    public CouncilPerson? Existing { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    public Publication Publication => Existing?.Publication ?? Publication.Draft;

    /// <summary>What was typed, as readers will see it in each body; null until it was asked for.</summary>
    public IReadOnlyList<(string Body, MemberRow Member)>? Preview { get; private set; }

    /// <summary>Whether memberships that somebody else added were put into the form.</summary>
    public bool IsMerged { get; private set; }

    /// <summary>By which name the form is kept.</summary>
    public string Key => $"council-person:{Existing?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? New}";

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.People) is { } there) return there;
        if (Existing is { } person) Input = await InputAsync(person, cancel);
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input = new CouncilPersonInput(), "Input", values), cancel);
        Complete();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, string? aktion, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.People) is { } there) return there;
        Complete();
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        ModelState.Require("Input.Name", CouncilDeskTexts.FieldPersonName, Input.Name, CouncilPerson.NameMaxLength);
        ModelState.Limit("Input.FamilyName", CouncilDeskTexts.FieldFamilyName, Input.FamilyName, CouncilPerson.NameMaxLength);
        ModelState.Limit("Input.GivenName", CouncilDeskTexts.FieldGivenName, Input.GivenName, CouncilPerson.NameMaxLength);
        Input.Publish.Check(ModelState, clock);
        var seats = new List<SeatPlan>();
        for (var i = 0; i < Math.Min(Most, Input.Seats.Count); i++)
        {
            var seat = Input.Seats[i];
            if (seat.Body is null)
            {
                if (seat.Number is not null) seats.Add(new SeatPlan(seat.Number, null));
                continue;
            }

            ModelState.Limit($"Input.Seats[{i}].Role", CouncilDeskTexts.FieldRole, seat.Role, BodyMembership.RoleMaxLength);
            if (seat.EndsOn < seat.StartsOn) ModelState.AddModelError($"Input.Seats[{i}].EndsOn", RefusalTexts.EndsBeforeItBegins);
            if (await lists.BodyAsync(seat.Body, cancel) is { } body) seats.Add(new SeatPlan(seat.Number, new BodyMembershipPlan(body, PaperForm.Trimmed(seat.Role), seat.Voting, seat.StartsOn, seat.EndsOn)));
            else ModelState.AddModelError($"Input.Seats[{i}].Body", CouncilDeskTexts.SeatBodyGone);
        }

        if (!ModelState.IsValid) return this.InvalidPage();
        if (aktion == ShowPreview)
        {
            // The choice says of a body whether it is public; readers read its name.
            var numbers = Input.Seats.Select(seat => seat.Body).OfType<int>().ToList();
            var names = await db.Bodies.Where(body => numbers.Contains(body.Number)).ToDictionaryAsync(body => body.Number, body => body.Name, cancel);
            Preview = [.. Input.Seats.Where(seat => seat.Body is not null).Select(seat => (names[seat.Body!.Value], new MemberRow(Input.Name!.Trim(), PaperForm.Trimmed(seat.Role), seat.Voting, seat.StartsOn, seat.EndsOn)))];
            return Page();
        }

        var saved = await save.PersonAsync(Existing?.Number, new CouncilPersonPlan(Input.Name!.Trim(), PaperForm.Trimmed(Input.FamilyName), PaperForm.Trimmed(Input.GivenName)), seats, Input.Publish.ToChange(clock), Input.Version, User.Actor(), cancel);
        if (!saved.Done) return await RefusedAsync(saved.Refusal, number, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.ManageCouncilOf(DeskArea.People), CouncilDeskTexts.SavedBody);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.People) is { } there) return there;
        if (Existing is null) throw new NotFoundException();
        var seen = Input.Version;
        Input = await InputAsync(Existing, cancel);
        ModelState.Remove("Input.Version");
        Complete();
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var deleted = await save.DeletePersonAsync(Existing.Number, seen, User.Actor(), cancel);
        return deleted.Done ? this.RedirectWithNotice(Links.ManageCouncilOf(DeskArea.People), CouncilDeskTexts.Deleted) : this.RefusedPage(deleted.Refusal, deleted.Refusal is ChangedMeanwhile ? CouncilDeskTexts.DeleteChanged : null);
    }

    private async Task<PageResult> RefusedAsync(Refusal refusal, string number, CancellationToken cancel)
    {
        if (refusal is not ChangedMeanwhile || Existing is null) return this.RefusedPage(refusal, field: PublishInput.FieldOf(refusal));
        await LoadAsync(number, cancel);
        var (theirs, (by, at)) = (await InputAsync(Existing, cancel), await last.OfAsync(new Subject(SubjectKind.Body, Existing.Id.Value), cancel));
        Conflict = EditConflict.Of(by, at,
        [
            new(CouncilDeskTexts.FieldPersonName, theirs.Name, Input.Name), new(CouncilDeskTexts.FieldGivenName, theirs.GivenName, Input.GivenName), new(CouncilDeskTexts.FieldFamilyName, theirs.FamilyName, Input.FamilyName),
            new(CouncilDeskTexts.Memberships, Said(theirs.Seats), Said(Input.Seats)), Input.Publish.Renew(Existing.Publication, clock),
        ]);
        Merge(theirs.Seats);
        Input.Version = Existing.Version;
        return this.ConflictPage();
    }

    /// <summary>Memberships that the form does not know go into it, before its empty rows: saving once more must not have to mean losing them.</summary>
    private void Merge(IReadOnlyList<SeatInput> theirs)
    {
        var missing = theirs.Where(seat => !Input.Seats.Exists(mine => mine.Number == seat.Number)).ToList();
        IsMerged = missing.Count > 0;
        Input.Seats = [.. Input.Seats.Where(seat => seat.IsUsed), .. missing];
        Complete();
        // The rows moved; what was sent for a row is in the input.
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.Seats", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }

    private string Said(IEnumerable<SeatInput> seats) => string.Join("\n\n", seats.Where(seat => seat.Body is not null).OrderBy(seat => seat.Number ?? int.MaxValue).Select(seat => string.Join(", ", new[]
    {
        Bodies.FirstOrDefault(body => body.Value == DeskLists.Number(seat.Body!.Value))?.Text, PaperForm.Trimmed(seat.Role), seat.Voting ? CouncilDeskTexts.SeatWithVote : CouncilDeskTexts.SeatWithoutVote,
        seat.StartsOn is null && seat.EndsOn is null ? null : $"{seat.StartsOn:d}–{seat.EndsOn:d}",
    }.OfType<string>())));

    private async Task<CouncilPersonInput> InputAsync(CouncilPerson person, CancellationToken cancel)
    {
        var seats = await (
            from membership in db.BodyMemberships.AsNoTracking()
            join body in db.Bodies on membership.BodyId equals body.Id
            where membership.PersonId == person.Id && membership.DeletedAt == null
            orderby membership.Number
            select new SeatInput { Number = membership.Number, Body = body.Number, Role = membership.Role, Voting = membership.VotingRight, StartsOn = membership.StartsOn, EndsOn = membership.EndsOn }).Take(Most).ToListAsync(cancel);
        return new CouncilPersonInput { Version = person.Version, Name = person.Name, FamilyName = person.FamilyName, GivenName = person.GivenName, Seats = seats, Publish = PublishInput.Of(person.Publication, clock) };
    }

    private void Complete()
    {
        var used = Input.Seats.FindLastIndex(seat => seat.IsUsed) + 1;
        while (Input.Seats.Count < Math.Min(Most, used + Spare)) Input.Seats.Add(new SeatInput());
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        Bodies = await lists.BodiesAsync(CouncilDeskTexts.PlannedNone, cancel);
        if (number == New) return;
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

    public PublishInput Publish { get; set; } = new();
}

/// <summary>A membership as it is typed.</summary>
public sealed class SeatInput
{
    public int? Number { get; set; }

    public int? Body { get; set; }

    /// <summary>Whether something stands in its row, be it that the membership is taken away.</summary>
    internal bool IsUsed => Number is not null || Body is not null;

    public string? Role { get; set; }

    public bool Voting { get; set; } = true;

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }
}
