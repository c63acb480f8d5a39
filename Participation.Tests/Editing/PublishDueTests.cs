using Participation.Tests.Support;
using Participation.Web.Editing;

namespace Participation.Tests.Editing;

/// <summary>The round that lets scheduled texts appear.</summary>
public sealed class PublishDueTests
{
    [Fact]
    public async Task What_fails_in_one_room_keeps_no_text_of_another_from_appearing_and_is_tried_again()
    {
        var (broken, sound) = (new Content(fails: true), new Content(fails: false));
        var (passed, clock) = (new PublishClock(), TimeProvider.System);
        var due = new PublishDue([broken, sound], passed, clock);
        var before = passed.Since(A.Moment);
        await Assert.ThrowsAsync<AggregateException>(() => due.ExecuteAsync(default));
        Assert.Equal((1, 1), (broken.Asked, sound.Asked));
        // Nothing counts as dealt with before all of it is.
        Assert.Equal(before, passed.Since(A.Moment));
        broken.Mend();
        await due.ExecuteAsync(default);
        Assert.Equal((2, 2), (broken.Asked, sound.Asked));
        Assert.NotEqual(before, passed.Since(A.Moment));
    }

    private sealed class Content(bool fails) : IScheduledContent
    {
        private bool _fails = fails;

        public int Asked { get; private set; }

        public void Mend() => _fails = false;

        public Task PublishDueAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
        {
            Asked++;
            return _fails ? throw new InvalidOperationException("A room that is out of order.") : Task.CompletedTask;
        }
    }
}
