using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Writes the agenda of a meeting.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditAgendaModel(ParticipationDbContext db, SaveAgenda save, KeptForms kept, LastChange last) : PageModel
{
    private const int Spare = 3;
    private const int PapersOffered = 100;
    private IReadOnlyDictionary<string, PaperChoice> _papers = new Dictionary<string, PaperChoice>(StringComparer.Ordinal);

    [BindProperty]
    public AgendaInput Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>The agenda as everybody will see it; null until it was asked for.</summary>
    public IReadOnlyList<ItemView>? Preview { get; private set; }

    /// <summary>Items on which something was decided.</summary>
    public IReadOnlySet<int> Decided { get; private set; } = new HashSet<int>();

    /// <summary>The newest papers, to choose from.</summary>
    public IReadOnlyList<PaperChoice> Papers { get; private set; } = [];

    /// <summary>What the paper of a line is called; null when the line has none, or one that is not known yet.</summary>
    public string? NameOf(ItemInput item) => item.Paper is { } typed ? _papers.GetValueOrDefault(typed.Trim())?.Name : null;

    /// <summary>By which name the form is kept.</summary>
    public string Key => $"agenda:{Meeting.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        Input = await LoadAsync(number, cancel);
        Kept = await kept.RestoreAsync(User.Actor(), Key, Meeting.Version, values => TryUpdateModelAsync(Input, "Input", values), cancel);
        Input.Complete(Spare);
    }

    public async Task<IActionResult> OnPostAsync(int number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        var stored = await LoadAsync(number, cancel);
        Input.Complete(Spare);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState);
        if (!ModelState.IsValid) return this.InvalidPage();
        var saved = await save.ExecuteAsync(number, Input.Lines(), Input.Version, User.Actor(), cancel);
        if (saved.Done)
        {
            await kept.ForgetAsync(User.Actor(), Key, cancel);
            return this.RedirectWithNotice(Links.Meeting(number, Meeting.Name), CouncilDeskTexts.SavedAgenda);
        }

        if (saved.Refusal is ChangedMeanwhile)
        {
            var (by, at) = await last.OfAsync(Subject.Of(Meeting.Id), cancel);
            Conflict = EditConflict.Of(by, at, [new(CouncilDeskTexts.Agenda, stored.Text(), Input.Text())]);
            Input.Version = Meeting.Version;
            return this.ConflictPage();
        }

        return this.RefusedPage(saved.Refusal);
    }

    public async Task<IActionResult> OnPostPreviewAsync(int number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input.Complete(Spare);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState);
        if (!ModelState.IsValid) return this.InvalidPage();
        Preview = [.. Input.Lines().Select(line => line.IsPublic
            ? new ItemView(0, line.Sign, line.Name, true, line.Paper is { } typed && _papers.GetValueOrDefault(typed) is { } paper ? new PaperName(paper.Number, paper.Name, paper.Reference) : null, line.Paper is null ? null : line.Role, false, null)
            : new ItemView(0, line.Sign, null, false, null, null, false, null))];
        return Page();
    }

    private async Task<AgendaInput> LoadAsync(int number, CancellationToken cancel)
    {
        Meeting = await db.Meetings.AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Number == number && meeting.DeletedAt == null, cancel) ?? throw new NotFoundException();
        var items = await (
            from item in db.AgendaItems.AsNoTracking()
            join c in db.Consultations.Where(c => c.DeletedAt == null) on item.Id equals c.AgendaItemId into steps
            from step in steps.DefaultIfEmpty()
            where item.MeetingId == Meeting.Id && item.DeletedAt == null
            orderby item.Order, item.Number
            select new
            {
                item.Number, item.Sign, item.Name, item.IsPublic, Role = step == null ? ConsultationRole.Recommendation : step.Role,
                Paper = db.Papers.Where(paper => step != null && paper.Id == step.PaperId).Select(paper => new PaperChoice(paper.Number, paper.Reference, paper.Name)).FirstOrDefault(),
                HasResolution = db.Resolutions.Any(resolution => resolution.AgendaItemId == item.Id && resolution.DeletedAt == null),
            }).Take(Meeting.MaxItems).ToListAsync(cancel);
        Decided = items.Where(item => item.HasResolution).Select(item => item.Number).ToHashSet();
        Papers = await db.Papers.AsNoTracking().Where(paper => paper.DeletedAt == null).OrderByDescending(paper => paper.Date).ThenByDescending(paper => paper.Number).Take(PapersOffered)
            .Select(paper => new PaperChoice(paper.Number, paper.Reference, paper.Name)).ToListAsync(cancel);
        _papers = items.Where(item => item.Paper is not null).Select(item => item.Paper!).Concat(Papers).DistinctBy(paper => paper.Typed).ToDictionary(paper => paper.Typed, StringComparer.Ordinal);
        return new AgendaInput
        {
            Version = Meeting.Version,
            Items = [.. items.DistinctBy(item => item.Number).Select(item => new ItemInput { Number = item.Number, Sign = item.Sign, Name = item.Name, IsPublic = item.IsPublic, Paper = item.Paper?.Typed, Role = item.Role })],
        };
    }
}

/// <summary>A paper as it is chosen.</summary>
public sealed record PaperChoice(int Number, string? Reference, string Name)
{
    /// <summary>What is typed for it.</summary>
    public string Typed => Reference ?? DeskLists.Number(Number);
}

/// <summary>What the form of an agenda sends.</summary>
public sealed class AgendaInput
{
    public int Version { get; set; }

    public List<ItemInput> Items { get; set; } = [];

    /// <summary>Some empty lines at the end.</summary>
    public void Complete(int spare)
    {
        var used = Items.FindLastIndex(item => !item.IsEmpty) + 1;
        while (Items.Count < Math.Min(Meeting.MaxItems, used + spare)) Items.Add(new ItemInput());
    }

    /// <summary>The lines that say something.</summary>
    public IReadOnlyList<AgendaLine> Lines() => [.. Items.Where(item => !item.IsEmpty).Select(item => new AgendaLine(item.Number, item.Sign!.Trim(), item.Name!.Trim(), item.IsPublic, item.Paper?.Trim() is { Length: > 0 } paper ? paper : null, item.Role))];

    /// <summary>The agenda as a text, for comparing.</summary>
    public string Text() => string.Join("\n\n", Items.Where(item => !item.IsEmpty).Select(item => item.Said));

    public void Check(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state)
    {
        if (Items.Count > Meeting.MaxItems) state.AddModelError("", RefusalTexts.TooManyAgendaItems.With(Meeting.MaxItems));
        for (var i = 0; i < Items.Count; i++)
        {
            if (Items[i].IsEmpty) continue;
            state.Require($"Input.Items[{i}].Sign", $"{CouncilDeskTexts.Item.With(i + 1)}, {CouncilDeskTexts.ItemSign}", Items[i].Sign, AgendaItem.SignMaxLength);
            if (Items[i].Paper is { Length: > Paper.ReferenceMaxLength } typed) state.AddModelError($"Input.Items[{i}].Paper", RefusalTexts.UnknownPaper.With(typed[..Paper.ReferenceMaxLength]));
            state.Require($"Input.Items[{i}].Name", $"{CouncilDeskTexts.Item.With(i + 1)}, {CouncilDeskTexts.ItemName}", Items[i].Name, AgendaItem.NameMaxLength);
        }
    }
}

/// <summary>A line of an agenda as it is typed.</summary>
public sealed class ItemInput
{
    public int? Number { get; set; }

    public string? Sign { get; set; }

    public string? Name { get; set; }

    public bool IsPublic { get; set; } = true;

    /// <summary>The number of a paper as the city has it, or that of its address.</summary>
    public string? Paper { get; set; }

    public ConsultationRole Role { get; set; } = ConsultationRole.Recommendation;

    /// <summary>The line with everything that it says; what a body does is said of a paper only.</summary>
    internal string Said => $"{Sign?.Trim()}: {Name?.Trim()}{(string.IsNullOrWhiteSpace(Paper) ? "" : $" ({Paper.Trim()}, {CouncilWords.Of(Role)})")} – {(IsPublic ? CouncilDeskTexts.ItemPublic : CouncilTexts.NonPublicItem)}";

    /// <summary>Whether the line says nothing.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Sign) && string.IsNullOrWhiteSpace(Name);
}
