using System.Threading.Channels;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Wakes the background work of this process, so that a copy is begun at once. What is to be done stands in the database.</summary>
public sealed class OwnDataBell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Waits until it is rung, or for a while.</summary>
    public async Task WaitAsync(TimeSpan pause, TimeProvider clock, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(pause, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            await _rung.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look again, or to stop.
        }
    }
}
