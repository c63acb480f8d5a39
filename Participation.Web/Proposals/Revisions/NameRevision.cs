using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Proposals.Revisions;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Somebody who writes keeps the text as it is now, under a name. The same form sent twice is one revision.</summary>
public sealed class NameRevision(TextCase revisions, KeepRevision keep)
{
    /// <returns>The revision's number, or why not.</returns>
    public async Task<Outcome<int>> ExecuteAsync(int number, string note, Actor actor, CancellationToken cancel)
    {
        await using var open = await revisions.OpenAsync(number, actor, cancel);
        if (open.Writer is not { } writer) return open.Barred;
        if (string.IsNullOrWhiteSpace(note)) return new Domain.Ideas.ReasonIsMissing();
        var kept = await keep.ExecuteAsync(open.Proposal, new RevisionReason(RevisionKind.Named, note.Trim(), writer.Person, writer.Organisation), open.Change.Now, cancel);
        if (!kept.Done) return kept.Refusal;
        open.Change.Audit("proposal.name-revision", Subject.Of(open.Proposal.Id), actor, $"{kept.Value.Number}");
        await open.Change.CommitAsync(cancel);
        return kept.Value.Number;
    }
}
