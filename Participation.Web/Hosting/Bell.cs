using System.Threading.Channels;

namespace Participation.Web.Hosting;

/// <summary>Wakes background work that has something to do; ringing again before it wakes changes nothing. Without a bell an idle site would look several times a second.</summary>
public class Bell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Waits until it is rung.</summary>
    public async Task WaitAsync(CancellationToken stop) => await _rung.Reader.WaitToReadAsync(stop);

    /// <summary>Whatever was rung for so far is about to be done.</summary>
    public void Answer() => _rung.Reader.TryRead(out _);

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
