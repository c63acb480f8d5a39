using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Proposals.Pdf;

/// <summary>
/// Finds the file of a signed proposal, or makes it when somebody asks for the first time. It is kept, so that it is made once for all nodes: whoever is
/// slower takes what the other one kept. A node makes one file at a time.
/// </summary>
internal sealed class MakeProposalPdf(ParticipationDbContext db, Changes changes, ProposalQueries queries, ProposalFile file, OneAtATime turns)
{
    /// <summary>Raised when the making changes; files of an older edition are made anew.</summary>
    public const int Edition = 2;

    /// <returns>The file with its title, empty when the text is longer than a file may be; null when there is nothing signed.</returns>
    public async Task<MadePdf?> ExecuteAsync(int number, CancellationToken cancel)
    {
        var proposal = await db.Proposals.ThatArePublic().Where(candidate => candidate.Number == number).Select(candidate => new { candidate.Id, candidate.Title, candidate.ContentHash, candidate.Status }).SingleOrDefaultAsync(cancel);
        if (proposal?.ContentHash is not { } hash || !proposal.Status.IsSigned()) return null;
        var content = await KeptAsync(proposal.Id, hash, cancel) ?? await MakeAsync(number, proposal.Id, hash, cancel);
        return content is null ? null : new MadePdf(proposal.Title, hash, content);
    }

    private Task<byte[]?> KeptAsync(ProposalId id, string hash, CancellationToken cancel) =>
        db.ProposalPdfs.AsNoTracking().Where(kept => kept.ProposalId == id && kept.ContentHash == hash && kept.Edition >= Edition).Select(kept => kept.Content).SingleOrDefaultAsync(cancel);

    private async Task<byte[]?> MakeAsync(int number, ProposalId id, string hash, CancellationToken cancel)
    {
        using var turn = await turns.TakeAsync(cancel);
        if (await KeptAsync(id, hash, cancel) is { } meanwhile) return meanwhile;
        if (await queries.FindAsync(number, null, cancel) is not { } view || view.Proposal.ContentHash != hash) return null;
        var made = file.Write(view) ?? [];
        await using var change = await changes.BeginAsync([Channel.Proposal(number)], cancel);
        if (await KeptAsync(id, hash, cancel) is { } faster) return faster;
        await db.ProposalPdfs.Where(kept => kept.ProposalId == id).ExecuteDeleteAsync(cancel);
        db.ProposalPdfs.Add(ProposalPdf.Keep(id, Edition, hash, made, change.Now));
        await change.CommitAsync(cancel);
        return made;
    }
}

/// <summary>A file.</summary>
/// <param name="Title">Title of the proposal.</param>
/// <param name="ContentHash">SHA-256 of what was signed.</param>
/// <param name="Content">The file; empty when it would be longer than a file may be.</param>
internal sealed record MadePdf(string Title, string ContentHash, byte[] Content);

/// <summary>Lets one file be made at a time on this node.</summary>
internal sealed class OneAtATime : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    public async Task<IDisposable> TakeAsync(CancellationToken cancel)
    {
        await _free.WaitAsync(cancel);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
