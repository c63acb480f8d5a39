using Participation.Domain.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>What the page of a remark shows.</summary>
public sealed class RemarkPage(ReadProposal read, ReadTexts texts, SuggestionQueries queries, TimeProvider clock)
{
    public string NewKey() => SubmissionKey.New(clock.GetUtcNow());

    /// <summary>A remark with its replies, for those inside.</summary>
    public async Task<(ReadableProposal Open, RemarkThread Thread)> LoadAsync(int number, int remark, Actor viewer, CancellationToken cancel)
    {
        var open = await read.OpenInsideAsync(number, viewer, cancel);
        return (open, await queries.ThreadAsync(open, remark, await texts.OfAsync(open.Proposal.Id, cancel), cancel) ?? throw new NotFoundException());
    }
}
