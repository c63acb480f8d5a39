using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>What the page of a remark shows.</summary>
public sealed class RemarkPage(ParticipationDbContext db, ReadProposal read, ReadTexts texts, SuggestionQueries queries, TimeProvider clock)
{
    public string NewKey() => SubmissionKey.New(clock.GetUtcNow());

    /// <summary>A remark with its replies, and in whose name one can reply.</summary>
    public async Task<(ReadableProposal Open, RemarkThread Thread, IReadOnlyList<(Guid Id, string Name)> Organisations)> LoadAsync(int number, int remark, Actor? viewer, CancellationToken cancel)
    {
        var open = await read.OpenAsync(number, viewer, cancel);
        var thread = await queries.ThreadAsync(open, viewer, remark, await texts.OfAsync(open.Proposal.Id, cancel), cancel) ?? throw new NotFoundException();
        return (open, thread, viewer is null ? [] : await Speaking.OrganisationsAsync(db, viewer, cancel));
    }
}
