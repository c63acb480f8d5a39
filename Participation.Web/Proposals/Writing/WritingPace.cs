using System.Threading.RateLimiting;
using Participation.Domain.Accounts;

namespace Participation.Web.Proposals.Writing;

/// <summary>How many messages somebody may send while writing, on this node. An editor sends a few in a second; a script does not get further.</summary>
public sealed class WritingPace : IDisposable
{
    /// <summary>Messages a second, in the long run.</summary>
    public const int PerSecond = 40;

    private const int AtOnce = 400;

    /// <summary>So many bytes count as one message more.</summary>
    private const int BytesPerMessage = 8_000;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = AtOnce, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true,
    }));

    /// <summary>Whether one more message is within bounds; a large one counts as several.</summary>
    public bool Allows(Actor? actor, string connection, int bytes = 0)
    {
        using var lease = _limiter.AttemptAcquire(actor?.Person.Value.ToString("N") ?? connection, Math.Min(AtOnce, 1 + bytes / BytesPerMessage));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
