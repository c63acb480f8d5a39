using System.Threading.RateLimiting;

namespace Participation.Web.Accounts;

/// <summary>How many mails about an account strangers can cause: enough for someone who looks in the wrong folder, too few to flood a mailbox.</summary>
public sealed class MailThrottle : IDisposable
{
    private const int PerHour = 6;

    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(account =>
        RateLimitPartition.GetFixedWindowLimiter(account, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerHour, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    /// <summary>Whether one more may be sent to an account now.</summary>
    public bool MaySend(Guid account)
    {
        using var lease = _limiter.AttemptAcquire(account);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
