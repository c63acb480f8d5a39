using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>Title, summary, who reads along, and the table of costs.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class DetailsModel(ProposalQueries queries, ChangeProposal change) : PageModel
{
    private const int SpareRows = 3;

    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    public ProposalView View { get; private set; } = null!;

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        var proposal = View.Proposal;
        Input = new DetailsInput
        {
            Title = proposal.Title, Summary = proposal.Summary, ReadAlong = proposal.ReadAlong, Version = proposal.Version,
            Costs = WithSpare([.. View.Costs.Select(cost => new CostInput { Label = cost.Label, OneOff = ProposalForms.Typed(cost.OneOff), Yearly = ProposalForms.Typed(cost.Yearly) })]),
        };
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        ModelState.Require("Input.Title", ProposalsTexts.TitleLabel, Input.Title, Proposal.TitleMaxLength);
        ModelState.Require("Input.Summary", ProposalsTexts.SummaryLabel, Input.Summary, Proposal.SummaryMaxLength);
        var costs = Read();
        if (!ModelState.IsValid) return Again();
        var readAlong = View.Viewer.Leads ? Input.ReadAlong : View.Proposal.ReadAlong;
        var refusal = await change.ExecuteAsync(new ProposalOrder(number, Input.Version, User.Actor()), new ProposalDetails(Input.Title.Trim(), Input.Summary.Trim(), readAlong, costs), cancel);
        if (refusal is NotAllowed) throw new ForbiddenException();
        if (refusal is null) return this.RedirectWithNotice(Links.Proposal(number, Input.Title.Trim()), ProposalsTexts.DetailsDone);
        await LoadAsync(number, cancel);
        Input = Input with { Version = View.Proposal.Version, Costs = WithSpare(Input.Costs) };
        return this.RefusedPage(refusal, refusal is ChangedMeanwhile ? ProposalsTexts.DetailsChanged.With(View.Proposal.Title, View.Proposal.Summary) : null);
    }

    /// <summary>Some more empty lines; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRowsAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        Input = Input with { Costs = WithSpare(Input.Costs) };
        return Page();
    }

    private List<CostLine> Read()
    {
        List<CostLine> lines = [];
        foreach (var (row, index) in Input.Costs.Take(CostItem.MostItems + SpareRows).Select((row, index) => (row, index)))
        {
            if (string.IsNullOrWhiteSpace(row.Label + row.OneOff + row.Yearly)) continue;
            var field = $"Input.Costs[{index}]";
            ModelState.Require($"{field}.Label", ProposalsTexts.CostItem, row.Label, CostItem.LabelMaxLength);
            if (!ProposalForms.TryCents(row.OneOff, out var once)) ModelState.AddModelError($"{field}.OneOff", ProposalsTexts.AmountWrong);
            if (!ProposalForms.TryCents(row.Yearly, out var yearly)) ModelState.AddModelError($"{field}.Yearly", ProposalsTexts.AmountWrong);
            lines.Add(new CostLine(row.Label.Trim(), once, yearly));
        }

        if (lines.Count > CostItem.MostItems) ModelState.AddModelError("", Refusals.Text(new TooManyCosts(CostItem.MostItems)));
        return lines;
    }

    private PageResult Again()
    {
        Input = Input with { Costs = WithSpare(Input.Costs) };
        return this.InvalidPage();
    }

    private static List<CostInput> WithSpare(IReadOnlyList<CostInput> rows)
    {
        var filled = rows.Take(CostItem.MostItems + SpareRows).ToList();
        while (filled.Count > 0 && string.IsNullOrWhiteSpace(filled[^1].Label + filled[^1].OneOff + filled[^1].Yearly)) filled.RemoveAt(filled.Count - 1);
        for (var i = 0; i < SpareRows && filled.Count < CostItem.MostItems + 1; i++) filled.Add(new CostInput());
        return filled;
    }

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        View = await queries.FindAsync(number, User.Actor(), cancel) ?? throw new NotFoundException();
        if (!View.Viewer.Writes && !(View.Viewer.Leads && View.Proposal.Status is ProposalStatus.Drafting)) throw new ForbiddenException();
    }
}

/// <summary>The form.</summary>
public sealed record DetailsInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Title { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Summary { get; init; } = "";

    public bool ReadAlong { get; init; }

    public int Version { get; init; }

    public IReadOnlyList<CostInput> Costs { get; init; } = [];
}

/// <summary>A line of costs as it is typed.</summary>
public sealed record CostInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Label { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string OneOff { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Yearly { get; init; } = "";
}
