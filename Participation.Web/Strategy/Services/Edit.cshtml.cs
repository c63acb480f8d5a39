using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Services;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services;

/// <summary>Adds a service, or changes one.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(SaveService save, KeptForms kept, ParticipationDbContext db, CityClock clock) : PageModel
{
    /// <summary>The address of the form for a new service.</summary>
    public const string New = "neu";

    [BindProperty]
    public ServiceInput Input { get; set; } = new();

    /// <summary>The service that is changed; null for a new one.</summary>
    public OnlineService? Existing { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>The service as it will look in the list; null until it was asked for.</summary>
    public ServiceRow? Preview { get; private set; }

    public string Key => Existing is null ? $"service:{New}" : KeepKeyOf(Existing);

    internal static string KeepKeyOf(OnlineService service) => string.Create(CultureInfo.InvariantCulture, $"service:{service.Number}");

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing is not null) Input = ServiceInput.Of(Existing, clock);
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input, "Input", values), cancel);
        ModelState.Clear();
    }

    public async Task<IActionResult> OnPostPreviewAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var plan = Input.ToPlan();
        Preview = new ServiceRow(Existing?.Number ?? 0, plan.Name, plan.Key, plan.Description, plan.Maturity.Model, plan.Maturity.Level, plan.Light, plan.LightReason, plan.Address, plan.Note, plan.Office, clock.Now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var saved = await save.ExecuteAsync(Existing?.Number, Input.ToPlan(), Input.Version, Input.Publish.ToChange(clock), User.Actor(), cancel);
        if (!saved.Done) return await RefusedAsync(number, saved.Refusal, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.ManageServices, ServiceFormTexts.Saved);
    }

    private async Task<IActionResult> RefusedAsync(string number, Refusal refusal, CancellationToken cancel)
    {
        if (refusal is ChangedMeanwhile)
        {
            await LoadAsync(number, cancel);
            Conflict = await ConflictAsync(Existing!, cancel);
            Input.Version = Existing!.Version;
            return this.ConflictPage();
        }

        return this.RefusedPage(refusal, field: refusal switch
        {
            ServiceIsListed => "Input.Name",
            _ => PublishInput.FieldOf(refusal),
        });
    }

    private async Task<EditConflict> ConflictAsync(OnlineService saved, CancellationToken cancel)
    {
        var theirs = ServiceInput.Of(saved, clock);
        var by = await db.ServiceStates.AsNoTracking().Where(state => state.ServiceId == saved.Id).OrderByDescending(state => state.Version)
            .Select(state => db.People.Where(person => person.Id == state.By).Select(person => person.DisplayName).FirstOrDefault()).FirstOrDefaultAsync(cancel);
        return EditConflict.Of(by, saved.ChangedAt,
        [
            new(ServicesTexts.FieldName, theirs.Name, Input.Name), new(ServicesTexts.FieldKey, theirs.Key, Input.Key), new(ServicesTexts.FieldDescription, theirs.Description, Input.Description),
            new(ServicesTexts.LevelTitle, $"{ServiceWords.Of(theirs.Model)}, {theirs.Level}", $"{ServiceWords.Of(Input.Model)}, {Input.Level}"), new(ServicesTexts.FieldLight, Said(theirs.Light), Said(Input.Light)), new(ServicesTexts.FieldLightReason, theirs.LightReason, Input.LightReason),
            new(ServicesTexts.FieldAddress, theirs.Address, Input.Address), new(ServicesTexts.FieldNote, theirs.Note, Input.Note), new(ServicesTexts.FieldOffice, theirs.Office, Input.Office),
            Input.Publish.Renew(saved.Publication, clock),
        ]);
    }

    private static string Said(TrafficLight? light) => light is { } set ? ServiceWords.Of(set) : ServiceFormTexts.LightDerived;

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        if (number == New) return;
        Existing = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? await db.OnlineServices.AsNoTracking().SingleOrDefaultAsync(service => service.Number == known, cancel) : null;
        if (Existing is null) throw new NotFoundException();
    }
}
