namespace Participation.Domain.Proposals.Writing;

/// <summary>A change on its way into a text, or one that has arrived there.</summary>
/// <param name="Client">The editor it was typed in.</param>
/// <param name="Changes">What changed.</param>
public sealed record PendingUpdate(string Client, ChangeSet Changes)
{
    /// <summary>Most updates of one message.</summary>
    public const int MostPerPush = 200;

    /// <summary>
    /// Moves updates that were made to an older version over what was accepted since, and leaves out those that were accepted already: an
    /// acknowledgement may have been lost on its way. One step after the other, as the editor does that receives what was accepted one by one; several
    /// changes taken together could put two insertions at one place the other way round.
    /// </summary>
    public static IReadOnlyList<PendingUpdate> Rebase(IReadOnlyList<PendingUpdate> updates, IEnumerable<PendingUpdate> over)
    {
        var waiting = updates.ToList();
        foreach (var accepted in over)
        {
            if (waiting.Count == 0) break;
            if (waiting[0].Client == accepted.Client) waiting.RemoveAt(0);
            else StepOver(waiting, accepted.Changes);
        }

        return waiting;
    }

    private static void StepOver(List<PendingUpdate> waiting, ChangeSet other)
    {
        for (var i = 0; i < waiting.Count; i++)
        {
            var own = waiting[i].Changes;
            waiting[i] = waiting[i] with { Changes = own.Map(other) };
            if (i + 1 < waiting.Count) other = other.Map(own, before: true);
        }
    }
}
