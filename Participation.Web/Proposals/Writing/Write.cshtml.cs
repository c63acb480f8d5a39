using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Writing;

/// <summary>The room in which organisations write a proposal: live with script, section by section without.</summary>
[Authorize, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class WriteModel(ParticipationDbContext db, ReadTexts read, IWritingRights rights, SaveSection save, TextFormatter formatter, FormGuard guard) : PageModel
{
    [BindProperty]
    public SectionInput Input { get; set; } = new();

    public string Title { get; private set; } = "";

    public int Number { get; private set; }

    /// <summary>Who writes, and for whom.</summary>
    public Writer Writer { get; private set; } = null!;

    public IReadOnlyList<SectionField> Sections { get; private set; } = [];

    public Task OnGetAsync(int number, CancellationToken cancel) => LoadAsync(number, cancel);

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(number, cancel);
        if (Sections.FirstOrDefault(section => section.Now.Section == Input.Section) is not { } field) return BadRequest();
        if (!await guard.IsGenuineAsync(this)) return Again(field, this.InvalidPage());
        var saved = await save.ExecuteAsync(field.Now.Id, Input.Version, Input.Text, User.Actor(), cancel);
        if (saved.Done) return this.RedirectWithNotice(Links.WriteSection(number, WritingWords.Anchor(Input.Section)), WritingTexts.SavedSection.With(WritingWords.Of(Input.Section)));
        if (saved.Refusal is WrittenMeanwhile) field = field with { Version = field.Now.Version, Theirs = field.Now.Text };
        return Again(field, this.RefusedPage(saved.Refusal, field: WritingWords.Anchor(Input.Section)));
    }

    /// <summary>The form with what was typed; next time it is compared with what is shown beside it.</summary>
    private PageResult Again(SectionField field, PageResult page)
    {
        Sections = [.. Sections.Select(section => section.Now.Section == field.Now.Section ? field with { Text = Input.Text, Version = field.Theirs is null ? Input.Version : field.Version } : section)];
        return page;
    }

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        var proposal = await db.Proposals.AsNoTracking().Where(candidate => candidate.Number == number).Select(candidate => new { candidate.Id, candidate.Title }).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        var texts = await read.OfAsync(proposal.Id, cancel);
        var actor = User.Actor();
        if (texts.Count == 0 || !await rights.MayReadAsync(texts[0].Id, actor, cancel)) throw new NotFoundException();
        Writer = await rights.AsWriterAsync(texts[0].Id, actor.Person, cancel) ?? throw new ForbiddenException();
        (Number, Title) = (number, proposal.Title);
        var fields = new List<SectionField>();
        foreach (var text in texts)
        {
            var shown = await formatter.FormatAsync(text.Text, MarkdownSetup.PreviewMaxLength, cancel);
            fields.Add(new SectionField(text, text.Text, text.Version, null, shown.Done ? shown.Value.Html : $"<p>{WritingTexts.NoPreview}</p>", PushUpdates.ClientPrefix(text.Id, actor.Person)));
        }

        Sections = fields;
    }
}

/// <summary>One section in the form.</summary>
/// <param name="Now">What is stored.</param>
/// <param name="Text">What stands in the field.</param>
/// <param name="Version">The version it is compared with when it is sent.</param>
/// <param name="Theirs">What others wrote in the same passage, when that is to be settled.</param>
/// <param name="Html">The stored text as it reads.</param>
/// <param name="Client">How the editors of this person begin.</param>
public sealed record SectionField(TextNow Now, string Text, int Version, string? Theirs, string Html, string Client);

/// <summary>What the form of a section sends.</summary>
public sealed record SectionInput
{
    public SectionKind Section { get; init; }

    public int Version { get; init; } = -1;

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Text { get; init; } = "";
}
