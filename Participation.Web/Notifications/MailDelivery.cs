namespace Participation.Web.Notifications;

/// <summary>Sends queued mails one after another. One that fails waits longer each time while the others go on.</summary>
internal sealed class MailDelivery(Outbox outbox, IMailSender sender, TimeProvider clock, ILogger<MailDelivery> log) : BackgroundService
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Pauses after the first, second … failure; a day in all, which outlasts most outages.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(12),
    ];

    private readonly PriorityQueue<(Mail Mail, int Failures), DateTimeOffset> _waiting = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            while (outbox.Reader.TryRead(out var mail)) await TryAsync(mail, 0, stoppingToken);
            while (_waiting.TryPeek(out var again, out var due) && due <= clock.GetUtcNow())
            {
                _waiting.Dequeue();
                await TryAsync(again.Mail, again.Failures, stoppingToken);
            }

            await WaitAsync(stoppingToken);
        }

        await LeaveAsync();
    }

    /// <summary>Until there is a new mail or an old one is due.</summary>
    private async Task WaitAsync(CancellationToken stop)
    {
        using var wake = _waiting.TryPeek(out _, out var due)
            ? new CancellationTokenSource(Later(due), clock)
            : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(wake.Token, stop);
        try
        {
            await outbox.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look again, or to stop.
        }
    }

    private TimeSpan Later(DateTimeOffset due) => due - clock.GetUtcNow() is { Ticks: > 0 } pause ? pause : TimeSpan.Zero;

    private async Task TryAsync(Mail mail, int failures, CancellationToken cancel)
    {
        try
        {
            await sender.SendAsync(mail, cancel);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The type only: messages of mail servers repeat addresses.
            if (failures < Pauses.Length)
            {
                _waiting.Enqueue((mail, failures + 1), clock.GetUtcNow() + Pauses[failures]);
                log.LogWarning("A mail could not be sent ({Failure}); next try in {Pause}.", failure.GetType().Name, Pauses[failures]);
            }
            else
            {
                log.LogError("A mail could not be sent ({Failure}) and was given up after {Tries} tries.", failure.GetType().Name, failures + 1);
            }
        }
    }

    /// <summary>The site stops: one last quick try for everything that is left.</summary>
    private async Task LeaveAsync()
    {
        using var grace = new CancellationTokenSource(Grace, clock);
        var left = _waiting.UnorderedItems.Select(item => item.Element.Mail).ToList();
        while (outbox.Reader.TryRead(out var mail)) left.Add(mail);
        foreach (var mail in left) await TryAsync(mail, Pauses.Length, grace.Token);
    }
}
