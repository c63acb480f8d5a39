using System.Collections.Concurrent;
using Participation.Domain;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Writing;

/// <summary>
/// The queue of one text in this process. Whoever gets the turn works off everything that waits, in one transaction; so the more people write at once,
/// the fewer commits each of them costs. Nobody's answer is given before the commit.
/// </summary>
internal sealed class TextDesk(SharedTextId id, IServiceScopeFactory scopes, WritingAnnouncer announcer) : IDisposable
{
    private const int MostWaiting = 500;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<WaitingPush> _waiting = new();
    private LiveText? _live;

    /// <summary>Size of the text in memory, in code units.</summary>
    public long Size => _live?.Size ?? 0;

    /// <summary>When it was used last, as counted by the authority.</summary>
    public long UsedAt { get; set; }

    public bool IsIdle => _waiting.IsEmpty && _turn.CurrentCount == 1;

    public async Task<Outcome<int>> PushAsync(TextPush push)
    {
        if (_waiting.Count >= MostWaiting) return new WritingTooFast();
        var waiting = new WaitingPush(push);
        _waiting.Enqueue(waiting);
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (!waiting.Answer.Task.IsCompleted) await WorkOffAsync();
        }
        finally
        {
            _turn.Release();
        }

        return await waiting.Answer.Task;
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Goes on also when those who sent it are gone: what is half done belongs to several people.</summary>
    private async Task WorkOffAsync()
    {
        var pushes = new List<WaitingPush>();
        while (_waiting.TryDequeue(out var push)) pushes.Add(push);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await StoreAsync(pushes, scope.ServiceProvider.GetRequiredService<TextStore>());
        }
        catch (Exception error)
        {
            _live = null;
            foreach (var push in pushes) push.Answer.TrySetException(error);
        }
    }

    /// <summary>Trusts what is in memory first. When another process was faster, it goes on from there, and nobody comes in between again.</summary>
    private async Task StoreAsync(List<WaitingPush> pushes, TextStore store)
    {
        _live ??= await store.LoadAsync(id, CancellationToken.None);
        // Editors may have heard from another process what this one does not know yet.
        if (_live is not null && pushes.Any(push => push.Push.Version > _live.Version)) _live = await store.CatchUpAsync(_live, CancellationToken.None);
        if (await TryStoreAsync(pushes, store, locked: null)) return;
        await using var locked = await store.LockAsync(id, CancellationToken.None);
        if (_live is not null) _live = await store.CatchUpAsync(_live, CancellationToken.None);
        if (!await TryStoreAsync(pushes, store, locked)) Refuse(pushes, new TextIsClosed());
    }

    private async Task<bool> TryStoreAsync(List<WaitingPush> pushes, TextStore store, WriteTransaction? locked)
    {
        if (_live is not { IsOpen: true } live) return false;
        var batch = new TextBatch(live);
        foreach (var push in pushes.Where(push => !push.Answer.Task.IsCompleted)) await TakeAsync(push, batch, live, store);
        if (batch.Added.Count > 0)
        {
            if (await store.StoreAsync(live, batch, locked, CancellationToken.None) is not { } snapshot) return false;
            var news = TextNews.Of(live.Id, live.Version, batch.Added.Select(added => added.Update));
            live.Advance([.. batch.Added.Select(added => added.Update)], batch.Text, snapshot);
            await announcer.AnnounceAsync(news);
        }

        // With nothing added everything had been accepted before, and its answer was lost.
        foreach (var (push, version) in batch.Taken) push.Answer.TrySetResult(version);
        return true;
    }

    private static async Task TakeAsync(WaitingPush waiting, TextBatch batch, LiveText live, TextStore store)
    {
        var since = waiting.Push.Version;
        if (since > live.Version || since < 0) waiting.Answer.TrySetResult(new ChangesDoNotFit());
        else if (live.Version - since > LiveText.MostRecent * 2) waiting.Answer.TrySetResult(new TooFarBehind());
        else
        {
            var accepted = since >= live.OldestKnown ? [.. live.Since(since)] : await store.UpdatesAsync(live.Id, since, live.Version, CancellationToken.None);
            if (batch.Take(waiting, accepted) is { } refusal) waiting.Answer.TrySetResult(refusal);
        }
    }

    private static void Refuse(IEnumerable<WaitingPush> pushes, Refusal refusal)
    {
        foreach (var push in pushes) push.Answer.TrySetResult(refusal);
    }
}
