using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using StackExchange.Redis;

namespace Participation.Web.Hosting;

/// <summary>Where requests are counted: in the memory of the process, or in Redis for all nodes together.</summary>
internal sealed class LimitWindows(IConfiguration configuration) : IDisposable
{
    private readonly Lazy<ConnectionMultiplexer>? _redis = configuration["Redis"] is { Length: > 0 } address ? new(() => Connect(address)) : null;
    private readonly byte[] _secret = SHA256.HashData(Encoding.UTF8.GetBytes($"limits {configuration["Redis"]}"));

    /// <summary>So many requests in a minute for one who asks, of one policy.</summary>
    public RateLimitPartition<string> Of(string policy, string who, int perMinute) => _redis is null
        ? Limits.Window(who, perMinute)
        : RateLimitPartition.Get(who, _ => (RateLimiter)new SharedWindow($"{policy}:{Veiled(who)}", perMinute, () => _redis.Value));

    public void Dispose()
    {
        if (_redis is { IsValueCreated: true }) _redis.Value.Dispose();
    }

    /// <summary>What stands in Redis for a minute tells nobody who it was.</summary>
    private string Veiled(string who) => Convert.ToHexString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(who)).AsSpan(0, 16));

    /// <summary>A Redis that is not there yet is waited for, not stumbled over.</summary>
    private static ConnectionMultiplexer Connect(string address)
    {
        var options = ConfigurationOptions.Parse(address);
        options.AbortOnConnectFail = false;
        return ConnectionMultiplexer.Connect(options);
    }
}
