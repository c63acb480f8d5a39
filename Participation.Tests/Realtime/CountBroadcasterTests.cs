using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Participation.Web.Realtime;

namespace Participation.Tests.Realtime;

public sealed class CountBroadcasterTests
{
    private const int Idea = 17;
    private readonly CountCoalescer _counts = new();
    private readonly RecordingHub _hub = new();
    private readonly ObservedTime _time = new();

    [Fact]
    public async Task Two_hundred_changes_within_a_second_are_a_few_messages_to_each_group()
    {
        using var broadcaster = await StartAsync();
        var sent = new List<(string Group, object? What)>();
        for (var change = 1; change <= 200; change++)
        {
            Counted.Votes = change;
            _counts.Mark(Idea);
            if (change % 60 == 1) await _time.SomeoneWaitsAsync();
            _time.Advance(TimeSpan.FromMilliseconds(5));
            if (change % 60 == 0) sent.AddRange(await TakeAsync(4));
        }

        _time.Advance(TimeSpan.FromMilliseconds(300));
        sent.AddRange(await TakeAsync(4));
        var groups = sent.GroupBy(message => message.Group).ToList();
        Assert.Equal(["idea:17|de", "idea:17|en", "ideas|de", "ideas|en"], groups.Select(group => group.Key).Order());
        Assert.All(groups, group => Assert.InRange(group.Count(), 2, 4));
        Assert.All(groups, group => Assert.Equal(200, ((IReadOnlyList<LiveCounts>)group.Last().What!)[0].For));
    }

    [Fact]
    public async Task Nothing_is_sent_while_nothing_changes()
    {
        using var broadcaster = await StartAsync();
        _time.Advance(TimeSpan.FromSeconds(3));
        _counts.Mark(Idea);
        await _time.SomeoneWaitsAsync();
        _time.Advance(TimeSpan.FromMilliseconds(300));
        await TakeAsync(4);
        Assert.False(_hub.Sent.TryRead(out _));
    }

    [Fact]
    public async Task Months_without_a_change_cost_nothing()
    {
        using var broadcaster = await StartAsync();
        _time.Advance(TimeSpan.FromDays(100));
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public void An_idea_marked_often_is_taken_once_and_again_when_it_changes_again()
    {
        for (var i = 0; i < 200; i++) _counts.Mark(i % 2);
        Assert.Equal([0, 1], _counts.Take().Order());
        Assert.Empty(_counts.Take());
        _counts.Mark(1);
        Assert.Equal([1], _counts.Take());
    }

    private async Task<CountBroadcaster> StartAsync()
    {
        var scopes = new ServiceCollection().AddScoped<ICountFragments, Counted>().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>();
        var broadcaster = new CountBroadcaster(_counts, new Presence(), scopes, _hub, _time, NullLogger<CountBroadcaster>.Instance);
        await broadcaster.StartAsync(CancellationToken.None);
        return broadcaster;
    }

    private async Task<List<(string Group, object? What)>> TakeAsync(int messages)
    {
        var taken = new List<(string, object?)>();
        while (taken.Count < messages)
        {
            var (group, method, what) = await _hub.Sent.ReadAsync(TestContext.Current.CancellationToken);
            Assert.Equal("Counts", method);
            taken.Add((group, what));
        }

        return taken;
    }

    /// <summary>Counts as they are in the moment of rendering.</summary>
    private sealed class Counted : ICountFragments
    {
        public static int Votes { get; set; }

        public Task<IReadOnlyList<LiveCounts>> RenderAsync(IReadOnlyList<int> ideaNumbers, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<LiveCounts>>([.. ideaNumbers.Select(number => new LiveCounts(number, Votes, 0, 0, 0, ""))]);
    }

    /// <summary>Says when someone begins to wait on it.</summary>
    private sealed class ObservedTime : FakeTimeProvider
    {
        private readonly Channel<bool> _started = Channel.CreateUnbounded<bool>();

        public int Timers { get; private set; }

        public Task<bool> SomeoneWaitsAsync() => _started.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers++;
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _started.Writer.TryWrite(true);
            return timer;
        }
    }
}
