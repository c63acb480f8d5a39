using System.Diagnostics;
using System.Threading.RateLimiting;
using RedisRateLimiting;
using StackExchange.Redis;

namespace Participation.Web.Hosting;

/// <summary>One sliding window that all nodes count in Redis. While Redis does not answer, each node counts for itself: a limit that is too wide for a while is better than a site that is closed.</summary>
internal sealed class SharedWindow(string key, int perMinute, Func<IConnectionMultiplexer> redis) : RateLimiter
{
    /// <summary>The package takes the seconds of a time span, which a whole minute has none of.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(59);

    private readonly SlidingWindowRateLimiter _alone = new(Limits.Options(perMinute));
    private RedisSlidingWindowRateLimiter<string>? _together;
    private long _used = Stopwatch.GetTimestamp();

    /// <summary>Who has not asked for a while is forgotten here; Redis forgets by itself.</summary>
    public override TimeSpan? IdleDuration => Stopwatch.GetElapsedTime(_used) is var idle && idle > Window ? idle : TimeSpan.Zero;

    public override RateLimiterStatistics? GetStatistics() => null;

    /// <summary>Redis is asked without blocking, so never here.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => NotYet.Instance;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        _used = Stopwatch.GetTimestamp();
        try
        {
            _together ??= new RedisSlidingWindowRateLimiter<string>(key, new RedisSlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, ConnectionMultiplexerFactory = redis });
            return await _together.AcquireAsync(permitCount, cancellationToken);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            return await _alone.AcquireAsync(permitCount, cancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _alone.Dispose();
            _together?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Neither yes nor no: ask again without haste.</summary>
    private sealed class NotYet : RateLimitLease
    {
        public static readonly NotYet Instance = new();

        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
