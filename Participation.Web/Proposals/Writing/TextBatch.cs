using Participation.Domain;
using Participation.Domain.Proposals.Writing;

namespace Participation.Web.Proposals.Writing;

/// <summary>What several people sent for one text, rebased one after the other; stored as a whole or not at all.</summary>
internal sealed class TextBatch(LiveText start)
{
    /// <summary>Most steps of moving one push over what was accepted since; the editor that is further behind does it itself.</summary>
    private const long MostWork = 2_000_000;

    private readonly List<(WaitingPush Push, int Version)> _taken = [];
    private readonly List<(PendingUpdate Update, TextPush From)> _added = [];

    /// <summary>The text with everything that was taken so far.</summary>
    public string Text { get; private set; } = start.Text;

    public int Version => start.Version + _added.Count;

    public IReadOnlyList<(PendingUpdate Update, TextPush From)> Added => _added;

    /// <summary>Who is told which version their text was stored in.</summary>
    public IReadOnlyList<(WaitingPush Push, int Version)> Taken => _taken;

    /// <summary>Takes a push in, as a whole or not at all.</summary>
    /// <param name="waiting">What was sent.</param>
    /// <param name="accepted">What was accepted since its version, before this batch.</param>
    public Refusal? Take(WaitingPush waiting, IReadOnlyList<PendingUpdate> accepted)
    {
        var push = waiting.Push;
        if ((long)push.Updates.Sum(update => update.Changes.Sections.Length) * (accepted.Count + _added.Count) > MostWork) return new TooFarBehind();
        if (!Fits(push, accepted)) return new ChangesDoNotFit();
        var (text, rebased) = (Text, PendingUpdate.Rebase(push.Updates, accepted.Concat(_added.Skip(Math.Max(0, push.Version - start.Version)).Select(added => added.Update))));
        foreach (var update in rebased)
        {
            if (update.Changes.CheckAgainst(text) is { } refusal) return refusal;
            text = update.Changes.Apply(text);
        }

        _added.AddRange(rebased.Select(update => (update, push)));
        Text = text;
        _taken.Add((waiting, Version));
        return null;
    }

    /// <summary>Whether the changes follow each other and begin with the text as it was at their version; only then they can be moved at all.</summary>
    private bool Fits(TextPush push, IReadOnlyList<PendingUpdate> accepted)
    {
        var length = accepted.Count > 0 ? accepted[0].Changes.OldLength : push.Version == start.Version ? start.Text.Length : -1;
        foreach (var update in push.Updates)
        {
            if (update.Changes.OldLength != length) return false;
            length = update.Changes.NewLength;
        }

        return true;
    }
}

/// <summary>What an editor sends.</summary>
/// <param name="Version">The version its changes were made to.</param>
/// <param name="Updates">The changes, one after the other.</param>
/// <param name="By">Who writes, and for whom.</param>
public sealed record TextPush(int Version, IReadOnlyList<PendingUpdate> Updates, Writer By);

/// <summary>A push that waits for its answer: the version it was stored in, or why not.</summary>
internal sealed record WaitingPush(TextPush Push)
{
    public TaskCompletionSource<Shared.Outcome<int>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
