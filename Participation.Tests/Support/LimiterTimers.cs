using System.Reflection;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace Participation.Tests.Support;

/// <summary>
/// The framework's rate limiting middleware never stops the timer of its limiter, and the timer keeps the middleware and with it the whole site alive. One site a
/// process is no matter; a run of the tests would keep every one it started, 4 MB each. So the limiter is looked for and stopped.
/// </summary>
internal static class LimiterTimers
{
    private const int MostLooked = 20_000;

    public static void Stop(TestServer server)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { server };
        var open = new Queue<object>(seen);
        while (open.TryDequeue(out var one) && seen.Count < MostLooked)
        {
            foreach (var next in Beyond(one).Where(seen.Add))
            {
                if (next is PartitionedRateLimiter<HttpContext> limiter) limiter.Dispose();
                else open.Enqueue(next);
            }
        }
    }

    /// <summary>What an object of the pipeline holds that may lead on: delegates, their targets, limiters, and other objects of the pipeline.</summary>
    private static List<object> Beyond(object one)
    {
        if (one is Delegate { Target: { } target }) return [target];
        var found = new List<object>();
        for (var type = one.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(field => !field.FieldType.IsValueType))
                if (field.GetValue(one) is { } value && (value is Delegate or PartitionedRateLimiter<HttpContext> || IsPipeline(value.GetType()))) found.Add(value);
        }

        return found;
    }

    private static bool IsPipeline(Type type) => type.Namespace is "Microsoft.AspNetCore.TestHost" or "Microsoft.AspNetCore.Hosting" || type.Name.EndsWith("Middleware", StringComparison.Ordinal);
}
