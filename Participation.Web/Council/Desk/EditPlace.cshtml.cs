using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
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
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Corrects what is said of a place where bodies meet.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditPlaceModel(ParticipationDbContext db, SavePlace save, KeptForms kept, LastChange last) : PageModel
{
    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    public Location Place { get; private set; } = null!;

    /// <summary>How many meetings are or were there.</summary>
    public int Meetings { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>By which name the form is kept.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"place:{Place.Number}");

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input = PlaceInput.Of(Place);
        Kept = await kept.RestoreAsync(User.Actor(), Key, Place.Version, values => TryUpdateModelAsync(Input, "Input", values), cancel);
    }

    public async Task<IActionResult> OnPostAsync(int number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState);
        if (!ModelState.IsValid) return this.InvalidPage();
        var saved = await save.ExecuteAsync(number, Input.ToPlan(), Input.Version, User.Actor(), cancel);
        if (saved.Done)
        {
            await kept.ForgetAsync(User.Actor(), Key, cancel);
            return this.RedirectWithNotice(Links.ManageCouncil, CouncilDeskTexts.SavedPlace);
        }

        if (saved.Refusal is not ChangedMeanwhile) return this.RefusedPage(saved.Refusal, field: saved.Refusal is IsThereAlready ? "Input.Description" : "");
        await LoadAsync(number, cancel);
        var (theirs, (by, at)) = (PlaceInput.Of(Place), await last.OfAsync(new Subject(SubjectKind.Meeting, Place.Id.Value), cancel));
        Conflict = EditConflict.Of(by, at,
        [
            new(CouncilDeskTexts.FieldPlace, theirs.Description, Input.Description), new(CouncilDeskTexts.FieldStreet, theirs.Street, Input.Street), new(CouncilDeskTexts.FieldRoom, theirs.Room, Input.Room),
            new(CouncilDeskTexts.FieldPostalCode, theirs.PostalCode, Input.PostalCode), new(CouncilDeskTexts.FieldLocality, theirs.Locality, Input.Locality),
            new(IdeaFormTexts.FieldLatitude, theirs.Latitude, Input.Latitude), new(IdeaFormTexts.FieldLongitude, theirs.Longitude, Input.Longitude),
        ]);
        Input.Version = Place.Version;
        return this.ConflictPage();
    }

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        Place = await db.Locations.AsNoTracking().SingleOrDefaultAsync(place => place.Number == number && place.DeletedAt == null, cancel) ?? throw new NotFoundException();
        Meetings = await db.Meetings.CountAsync(meeting => meeting.LocationId == Place.Id && meeting.DeletedAt == null, cancel);
    }
}

/// <summary>What the form of a place sends.</summary>
public sealed class PlaceInput
{
    public int Version { get; set; }

    public string? Description { get; set; }

    public string? Street { get; set; }

    public string? Room { get; set; }

    public string? PostalCode { get; set; }

    public string? Locality { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    /// <summary>The form of a place as it is opened.</summary>
    public static PlaceInput Of(Location place) => new()
    {
        Version = place.Version, Description = place.Plan.Description, Street = place.Plan.StreetAddress, Room = place.Plan.Room, PostalCode = place.Plan.PostalCode, Locality = place.Plan.Locality,
        Latitude = IdeaFormInput.Shown(place.Plan.Latitude), Longitude = IdeaFormInput.Shown(place.Plan.Longitude),
    };

    /// <summary>Notes what is missing or does not fit at its field.</summary>
    public void Check(ModelStateDictionary state)
    {
        state.Require("Input.Description", CouncilDeskTexts.FieldPlace, Description, Location.DescriptionMaxLength);
        foreach (var (field, label, text) in new[] { (nameof(Street), CouncilDeskTexts.FieldStreet, Street), (nameof(Room), CouncilDeskTexts.FieldRoom, Room), (nameof(PostalCode), CouncilDeskTexts.FieldPostalCode, PostalCode), (nameof(Locality), CouncilDeskTexts.FieldLocality, Locality) })
            state.Limit($"Input.{field}", label, text, Location.PartMaxLength);
        if (!string.IsNullOrWhiteSpace(Latitude) && Degrees(Latitude, 90) is null) state.AddModelError("Input.Latitude", CouncilDeskTexts.DegreesInvalid);
        if (!string.IsNullOrWhiteSpace(Longitude) && Degrees(Longitude, 180) is null) state.AddModelError("Input.Longitude", CouncilDeskTexts.DegreesInvalid);
        if (string.IsNullOrWhiteSpace(Latitude) != string.IsNullOrWhiteSpace(Longitude)) state.AddModelError(string.IsNullOrWhiteSpace(Latitude) ? "Input.Latitude" : "Input.Longitude", CouncilDeskTexts.DegreesPartly);
    }

    public LocationPlan ToPlan() => new(
        Description!.Trim(), PaperForm.Trimmed(Street), PaperForm.Trimmed(Room), PaperForm.Trimmed(PostalCode), PaperForm.Trimmed(Locality), Degrees(Latitude, 90), Degrees(Longitude, 180));

    private static double? Degrees(string? text, double most) => IdeaFormInput.Degrees(text) is { } degrees && Math.Abs(degrees) <= most ? degrees : null;
}
