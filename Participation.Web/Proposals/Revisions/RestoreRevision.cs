using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Revisions;

/// <summary>
/// Makes a proposal say again what a revision says, as a change like any other: what it said until now is kept as a revision, nothing that was written is lost, and
/// everybody who has the text open sees it change.
/// </summary>
public sealed class RestoreRevision(ParticipationDbContext db, TextCase revisions, KeepRevision keep, LockTexts locks)
{
    /// <returns>The number of the revision that says so now, or why not.</returns>
    public async Task<Outcome<int>> ExecuteAsync(int number, int revision, Actor actor, CancellationToken cancel)
    {
        LockedTexts texts;
        Revision restored;
        await using (var open = await revisions.OpenAsync(number, actor, cancel))
        {
            if (open.Writer is not { } writer) return open.Barred;
            var (proposal, now) = (open.Proposal, open.Change.Now);
            var old = await db.Revisions.AsNoTracking().SingleOrDefaultAsync(kept => kept.ProposalId == proposal.Id && kept.Number == revision, cancel) ?? throw new NotFoundException();
            texts = await locks.OfAsync(proposal.Id, cancel);
            var before = await keep.ExecuteAsync(proposal, RevisionReason.Pause, now, cancel);
            if (!before.Done) return before.Refusal;
            if (before.Value.ContentHash == old.ContentHash) return new SaysSoAlready();
            if (await WriteAsync(proposal, ProposalContent.Read(old.Content), texts, writer, now, cancel) is { } refusal) return refusal;
            var kept = await keep.ExecuteAsync(proposal, new RevisionReason(RevisionKind.Named, Note(revision), writer.Person, writer.Organisation), now, cancel);
            if (!kept.Done) return kept.Refusal is SameAsRevision ? new SaysSoAlready() : kept.Refusal;
            restored = kept.Value;
            open.Change.Audit("proposal.restore", Subject.Of(proposal.Id), actor, $"{revision}");
            open.Change.Evict(CacheTags.Proposals);
            await open.Change.CommitAsync(cancel);
        }

        await texts.AnnounceAsync();
        return restored.Number;
    }

    private async Task<Refusal?> WriteAsync(Proposal proposal, ProposalContent content, LockedTexts texts, Writer writer, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var (section, text) in content.Sections)
        {
            var changes = TextDifference.Between(texts[section].Text, text);
            if (!changes.IsEmpty && await texts.WriteAsync(section, changes, writer, now, cancel) is { } refusal) return refusal;
        }

        var costs = proposal.Costs.OrderBy(cost => cost.Position).Select(cost => new CostLine(cost.Label, cost.OneOff, cost.Yearly));
        if ((proposal.Title, proposal.Summary) != (content.Title, content.Summary) && proposal.Describe(content.Title, content.Summary, proposal.ReadAlong, now) is { } notDescribed) return notDescribed;
        var refused = costs.SequenceEqual(content.Costs) ? null : proposal.SetCosts(content.Costs, now);
        await db.SaveChangesAsync(cancel);
        return refused;
    }

    private static string Note(int revision) => ContentLanguage.Say(RevisionsTexts.ResourceManager, nameof(RevisionsTexts.RestoredFrom), revision.ToString(CultureInfo.InvariantCulture));
}
