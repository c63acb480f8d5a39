using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Says something about one passage: proposes other words, or, for those who take part, remarks something. Whatever happens to the text meanwhile, what was typed stays.</summary>
[Authorize, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class PassageModel(ParticipationDbContext db, ReadProposal read, ReadTexts texts, FindPassage find, PassageForms forms, FormGuard guard) : PageModel
{
    [BindProperty]
    public PassageInput Input { get; set; } = new();

    [BindProperty]
    public RemarkForm Remark { get; set; } = new();

    public ReadableProposal Open { get; private set; } = null!;

    /// <summary>The passage as it is now; null when there is none.</summary>
    public Passage? Passage { get; private set; }

    /// <summary>Why there is none.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>What in it says how somebody is reached, when its author is to say whether that is meant.</summary>
    public PersonalData? PersonalData { get; private set; }

    public bool TakesSuggestions => TakingPart.IsOpen(Open.Proposal);

    public bool TakesRemarks => Open.TakesPart && TakingPart.IsDiscussed(Open.Proposal);

    /// <summary>In whose name one can speak.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Organisations { get; private set; } = [];

    public async Task OnGetAsync(int number, [FromQuery] PassageQuery at, CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(number, at.ToAddress(), cancel);
        Input = new PassageInput { Key = forms.NewKey(), Replacement = Passage?.Quote ?? "" };
        Remark = new RemarkForm { Key = forms.NewKey() };
    }

    public async Task<IActionResult> OnPostSuggestAsync(int number, CancellationToken cancel)
    {
        if (await BeginAsync(number, cancel) is { } ended) return ended;
        ModelState.Limit("Input.Replacement", SuggestionsTexts.Replacement, Input.Replacement.ReplaceLineEndings("\n"), Suggestion.ReplacementMaxLength);
        ModelState.Require("Input.Reason", SuggestionsTexts.Reason, Input.Reason, Suggestion.ReasonMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var made = await forms.SuggestAsync(number, Input, User.Actor(), cancel);
        if (made.Done) return this.RedirectWithNotice(Links.Suggestion(number, made.Value.Number), made.Value.IsHeld ? SuggestionsTexts.SuggestedHeld : SuggestionsTexts.Suggested);
        if (made.Refusal is ContainsPersonalData { Found: var found })
        {
            PersonalData = found;
            return this.InvalidPage();
        }

        return this.RefusedPage(made.Refusal, made.Refusal is PassageHasChanged ? SuggestionsTexts.ChangedMeanwhile : null);
    }

    public async Task<IActionResult> OnPostRemarkAsync(int number, CancellationToken cancel)
    {
        var ended = await BeginAsync(number, cancel);
        if (!Open.TakesPart) throw new ForbiddenException();
        if (ended is not null) return ended;
        ModelState.Require("Remark.Body", SuggestionsTexts.RemarkBody, Remark.Body, PassageComment.BodyMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var made = await forms.RemarkAsync(number, Input, Remark, User.Actor(), cancel);
        return made.Done ? this.RedirectWithNotice(Links.Remark(number, made.Value), SuggestionsTexts.Remarked) : this.RefusedPage(made.Refusal);
    }

    private async Task<IActionResult?> BeginAsync(int number, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!PassageForms.IsKey(Input.Key)) Input = Input with { Key = forms.NewKey() };
        if (!PassageForms.IsKey(Remark.Key)) Remark = Remark with { Key = forms.NewKey() };
        await LoadAsync(number, Input.ToAddress(), cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        return Passage is null ? this.InvalidPage() : null;
    }

    private async Task LoadAsync(int number, PassageAddress address, CancellationToken cancel)
    {
        Open = await read.OpenAsync(number, User.Actor(), cancel);
        Organisations = await Speaking.OrganisationsAsync(db, User.Actor(), cancel);
        var found = await find.ExecuteAsync(await texts.OfAsync(Open.Proposal.Id, cancel), address, cancel);
        (Passage, Problem) = found.Done ? (found.Value, "") : (null, Refusals.Text(found.Refusal));
    }
}

/// <summary>A passage in an address.</summary>
public sealed record PassageQuery
{
    [FromQuery(Name = "abschnitt")]
    public SectionKind Section { get; init; }

    [FromQuery(Name = "version")]
    public int Version { get; init; } = -1;

    [FromQuery(Name = "von")]
    public int From { get; init; }

    [FromQuery(Name = "bis")]
    public int To { get; init; }

    [FromQuery(Name = "auswahl")]
    public string? Selection { get; init; }

    public PassageAddress ToAddress() => new(Section, Version, From, To, Selection);
}

/// <summary>The form of a suggestion; that of a remark names its passage in the same way.</summary>
public sealed record PassageInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Key { get; init; } = "";

    public SectionKind Section { get; init; }

    public int Version { get; init; } = -1;

    public int From { get; init; }

    public int To { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Quote { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Replacement { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Reason { get; init; } = "";

    public Guid? Organisation { get; init; }

    public bool SharesPersonalData { get; init; }

    public PassageAddress ToAddress() => new(Section, Version, From, To);
}

/// <summary>The form of a remark.</summary>
public sealed record RemarkForm
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Key { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Body { get; init; } = "";
}

/// <summary>What the forms about a passage do.</summary>
public sealed class PassageForms(SuggestChange suggest, WriteRemark write, TimeProvider clock)
{
    public string NewKey() => SubmissionKey.New(clock.GetUtcNow());

    public static bool IsKey(string key) => key.Length == 32 && key.All(char.IsAsciiHexDigitLower);

    public Task<Outcome<Suggested>> SuggestAsync(int number, PassageInput input, Domain.Accounts.Actor actor, CancellationToken cancel) =>
        suggest.ExecuteAsync(number, new SuggestionInput(input.ToAddress(), input.Quote, input.Replacement, input.Reason, input.Key, input.Organisation, input.SharesPersonalData), actor, cancel);

    public Task<Outcome<int>> RemarkAsync(int number, PassageInput input, RemarkForm remark, Domain.Accounts.Actor actor, CancellationToken cancel) =>
        write.ExecuteAsync(number, input.ToAddress(), new RemarkInput(remark.Body, remark.Key), actor, cancel);
}
