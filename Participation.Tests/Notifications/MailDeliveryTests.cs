using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Participation.Web.Notifications;

namespace Participation.Tests.Notifications;

public sealed class MailDeliveryTests
{
    [Fact]
    public async Task A_mail_that_fails_is_tried_again_while_others_go_out()
    {
        var clock = new FakeTimeProvider();
        var outbox = new Outbox(NullLogger<Outbox>.Instance);
        var sender = new Flaky(failuresForFirst: 2);
        using var delivery = new MailDelivery(outbox, sender, clock, NullLogger<MailDelivery>.Instance);
        outbox.Enqueue(new Mail("first@example.org", "s", "t"));
        outbox.Enqueue(new Mail("second@example.org", "s", "t"));
        await delivery.StartAsync(default);

        Assert.Equal("second@example.org", await sender.NextAsync());
        while (!sender.HasSent("first@example.org"))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(3, sender.Tries);
        await delivery.StopAsync(default);
    }

    [Fact]
    public async Task What_is_left_when_the_site_stops_is_tried_once_more()
    {
        var outbox = new Outbox(NullLogger<Outbox>.Instance);
        var sender = new Flaky(failuresForFirst: 1);
        using var delivery = new MailDelivery(outbox, sender, new FakeTimeProvider(), NullLogger<MailDelivery>.Instance);
        outbox.Enqueue(new Mail("first@example.org", "s", "t"));
        outbox.Enqueue(new Mail("second@example.org", "s", "t"));
        await delivery.StartAsync(default);
        await sender.NextAsync();
        await delivery.StopAsync(default);
        Assert.True(sender.HasSent("first@example.org"));
    }

    [Fact]
    public void A_site_that_sends_mails_must_know_its_own_address()
    {
        var check = new MailNeedsPublicUrl(Options.Create(new SiteOptions()));
        Assert.True(check.Validate(null, new MailOptions { Host = "smtp.example.org" }).Failed);
        Assert.True(check.Validate(null, new MailOptions()).Succeeded);
    }

    /// <summary>Fails for the first address so many times.</summary>
    private sealed class Flaky(int failuresForFirst) : IMailSender
    {
        private readonly System.Threading.Channels.Channel<string> _sent = System.Threading.Channels.Channel.CreateUnbounded<string>();
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> _all = new(StringComparer.Ordinal);
        private int _tries;

        public int Tries => _tries;

        public bool HasSent(string address) => _all.ContainsKey(address);

        public async Task<string> NextAsync() => await _sent.Reader.ReadAsync();

        public Task SendAsync(Mail mail, CancellationToken cancel)
        {
            if (mail.To == "first@example.org" && Interlocked.Increment(ref _tries) <= failuresForFirst) throw new IOException("no way");
            _all[mail.To] = true;
            return _sent.Writer.WriteAsync(mail.To, cancel).AsTask();
        }
    }
}
