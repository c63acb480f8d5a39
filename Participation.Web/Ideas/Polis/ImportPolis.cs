using Participation.Domain.Discussions;
using Participation.Domain.Processes;
using Participation.Web.Data;
using Participation.Web.Demo;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas.Polis;

/// <summary>
/// Loads a consultation in Polis' export format as one process. What is there already is found again, so a second run changes
/// nothing, a later export adds what is new, and an import that was interrupted goes on where it stopped.
/// </summary>
internal sealed class ImportPolis(
    ParticipationDbContext db, FirstContent firstContent, PolisProcess processes, PolisPeople people, PolisIdeas ideas, PolisStances stances, Changes changes)
{
    /// <param name="conversation">What was read.</param>
    /// <param name="slug">Address of the process; it is created when it does not exist.</param>
    /// <param name="progress">Told in a few words how far it is.</param>
    /// <param name="cancel">Cancels; what was stored stays, and running again completes it.</param>
    /// <returns>Everything the process holds afterwards.</returns>
    /// <exception cref="PolisFormatException">The process cannot take this consultation.</exception>
    public async Task<PolisCounts> ExecuteAsync(PolisConversation conversation, string slug, Action<string> progress, CancellationToken cancel)
    {
        await firstContent.EnsureAsync(cancel);
        var process = await processes.FindOrCreateAsync(conversation, slug, cancel);
        if (process.StanceMode is StanceMode.SupportOnly && conversation.Votes.Any(vote => vote.Value != 1))
            throw new PolisFormatException($"The process {slug} takes support only, but there are other votes.");

        var names = new PolisNames(slug);
        var participants = await people.FindOrCreateAsync(conversation, names, cancel);
        progress($"{participants.Count} people");
        var (contributions, added) = await ideas.FindOrCreateAsync(conversation, process, participants, names, cancel);
        progress($"{contributions.Count} contributions");
        var changed = await stances.TakeAsync(conversation, contributions, participants, progress, cancel);
        if (added + changed > 0) await WriteDownAsync(process, added, changed, cancel);
        return await PolisCounts.OfAsync(db, process.Id, cancel);
    }

    private async Task WriteDownAsync(Process process, int ideasAdded, int stancesChanged, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([], cancel);
        change.Audit("process.import-polis", Subject.Of(process.Id), null, $"{ideasAdded} ideas, {stancesChanged} stances");
        await change.CommitAsync(cancel);
    }
}
