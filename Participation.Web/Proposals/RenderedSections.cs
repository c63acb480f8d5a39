using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals;

/// <summary>
/// Sections as they are shown. A text that people write together changes every few keystrokes, so it is rendered for its first reader and stored for the others;
/// a rendering is shown only while its source is what the text says.
/// </summary>
public sealed class RenderedSections(ParticipationDbContext db, ReadTexts texts, TextFormatter formatter)
{
    public async Task<IReadOnlyList<SectionView>> OfAsync(ProposalId proposal, CancellationToken cancel)
    {
        var now = await texts.OfAsync(proposal, cancel);
        var stored = await db.Set<RenderedSection>().AsNoTracking().Where(section => section.ProposalId == proposal).ToDictionaryAsync(section => section.Section, section => section.Text, cancel);
        var (views, anew) = (new List<SectionView>(), new List<(SectionKind Section, FormattedText Text)>());
        foreach (var text in now)
        {
            if (stored.GetValueOrDefault(text.Section) is not { } before || before.Markdown != text.Text) anew.Add((text.Section, await RenderAsync(text.Text, cancel)));
            views.Add(new SectionView(text.Section, anew.Count > 0 && anew[^1].Section == text.Section ? anew[^1].Text.Html : stored[text.Section].Html));
        }

        if (anew.Count > 0) await StoreAsync(proposal, anew, cancel);
        return views;
    }

    private async Task<FormattedText> RenderAsync(string text, CancellationToken cancel) => string.IsNullOrWhiteSpace(text) ? FormattedText.Empty with { Markdown = text } : await formatter.AgainAsync(text, cancel);

    private async Task StoreAsync(ProposalId proposal, List<(SectionKind Section, FormattedText Text)> anew, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        foreach (var (section, text) in anew)
        {
            await db.Set<RenderedSection>().Where(row => row.ProposalId == proposal && row.Section == section).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Text.Markdown, text.Markdown).SetProperty(row => row.Text.Html, text.Html).SetProperty(row => row.Text.PipelineVersion, text.PipelineVersion), cancel);
        }

        await transaction.CommitAsync(cancel);
    }
}

/// <summary>Sections, rendered anew after an upgrade.</summary>
internal sealed class StoredSections(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.Set<RenderedSection>().AsNoTracking().Where(section => section.Text.PipelineVersion < version && section.Text.Html != "")
            .OrderBy(section => section.ProposalId).ThenBy(section => section.Section).Take(most)
            .Join(db.Proposals, section => section.ProposalId, proposal => proposal.Id, (section, proposal) => new { proposal.Id, proposal.Number, section.Section, section.Text.Markdown }).ToListAsync(cancel))
        .ConvertAll(section => new StoredText((section.Id, section.Section), section.Markdown, Channel.Proposal(section.Number), [CacheTags.Proposal(section.Number)]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var (id, kind) = ((ProposalId, SectionKind))text.Key;
        return db.Set<RenderedSection>().Where(section => section.ProposalId == id && section.Section == kind && section.Text.Markdown == text.Source && section.Text.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(section => section.Text.Html, rendered.Html).SetProperty(section => section.Text.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Set<RenderedSection>().Where(section => section.Text.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(section => section.Text.PipelineVersion, 0), cancel);
}
