using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Participation.Web.Hosting;

/// <summary>Rate limits per action: names, numbers and what a limited request is told.</summary>
public static class Limits
{
    public const string Preview = "preview";
    public const string Write = "write";
    public const string Draft = "draft";

    /// <summary>Taking cases and giving them back; a moderator goes through a long queue.</summary>
    public const string Desk = "desk";
    public const string Stance = "stance";
    public const string SignIn = "sign-in";
    public const string Register = "register";
    public const string Notice = "notice";

    /// <summary>Going to an external authority and coming back.</summary>
    public const string Away = "away";

    /// <summary>An authority that tells of sessions that ended there; all its messages come from one place.</summary>
    public const string Report = "report";
    public const string Upload = "upload";
    public const string ApiRead = "api-read";

    /// <summary>Files that are made when somebody asks for them.</summary>
    public const string Pdf = "pdf";
    public const string Search = "search";

    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Limits").Get<LimitOptions>() ?? new LimitOptions();
        services.AddSingleton<LimitWindows>();
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RejectAsync;
            Add(limiter, Preview, options.PreviewsPerMinute);
            AddWriting(limiter, Write, options.WritesPerMinute);
            Add(limiter, Draft, options.DraftsPerMinute);
            AddWriting(limiter, Desk, options.DeskStepsPerMinute);
            Add(limiter, Stance, options.StancesPerMinute);
            AddWriting(limiter, SignIn, options.SignInsPerMinute);
            Add(limiter, Away, options.SignInsPerMinute * 3);
            Add(limiter, Report, options.ConnectPerMinute);
            AddWriting(limiter, Register, options.RegistrationsPerMinute);
            AddWriting(limiter, Notice, options.NoticesPerMinute);
            AddWriting(limiter, Upload, options.UploadsPerMinute);
            Add(limiter, ApiRead, options.ApiReadsPerMinute);
            Add(limiter, Pdf, options.PdfsPerMinute);
            limiter.AddPolicy(Search, http => http.Request.Query.ContainsKey("q") || http.Request.Query.ContainsKey("titel") ? Window(http, Search, options.SearchesPerMinute) : RateLimitPartition.GetNoLimiter(""));
        });
    }

    private static void Add(RateLimiterOptions limiter, string name, int perMinute) => limiter.AddPolicy(name, http => Window(http, name, perMinute));

    /// <summary>For pages with a form: looking at the form is free, sending it is counted.</summary>
    private static void AddWriting(RateLimiterOptions limiter, string name, int perMinute) => limiter.AddPolicy(name, http =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? RateLimitPartition.GetNoLimiter("") : Window(http, name, perMinute));

    private static RateLimitPartition<string> Window(HttpContext http, string name, int perMinute) => http.RequestServices.GetRequiredService<LimitWindows>().Of(name, Who(http), perMinute);

    /// <summary>So many requests in a minute for one who asks.</summary>
    internal static RateLimitPartition<string> Window(string who, int perMinute) =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => Options(perMinute));

    /// <summary>A sliding window in the memory of the process.</summary>
    internal static SlidingWindowRateLimiterOptions Options(int perMinute) => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 };

    /// <summary>The signed-in person, else the network. It lives in memory for the window, and in Redis nobody reads from it who it was.</summary>
    private static string Who(HttpContext http) => http.User.FindFirst(Accounts.ActorClaims.Person)?.Value ?? Network(http.Connection.RemoteIpAddress);

    /// <summary>An IPv4 address, or the /64 of an IPv6 address: a household has all of it.</summary>
    internal static string Network(System.Net.IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancel)
    {
        Tell(context.HttpContext.Response, Wait(context.Lease));
        return ValueTask.CompletedTask;
    }

    /// <summary>How long to wait after a refusal, of either kind of window.</summary>
    internal static TimeSpan Wait(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after
        : lease.TryGetMetadata(RedisRateLimiting.RateLimitMetadataName.RetryAfter, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromSeconds(10);

    /// <summary>Says so in whole seconds.</summary>
    internal static void Tell(HttpResponse response, TimeSpan wait) => response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Requests per minute and person or address, section <c>Limits</c>.</summary>
public sealed class LimitOptions
{
    public int PreviewsPerMinute { get; set; } = 60;

    public int WritesPerMinute { get; set; } = 20;

    /// <summary>Drafts save themselves every few seconds; that must not use up what sending the form needs.</summary>
    public int DraftsPerMinute { get; set; } = 40;

    /// <summary>Taking and giving back cases.</summary>
    public int DeskStepsPerMinute { get; set; } = 60;

    public int StancesPerMinute { get; set; } = 60;

    public int SignInsPerMinute { get; set; } = 20;

    public int RegistrationsPerMinute { get; set; } = 6;

    /// <summary>Notices and complaints.</summary>
    public int NoticesPerMinute { get; set; } = 6;

    /// <summary>Images and documents.</summary>
    public int UploadsPerMinute { get; set; } = 10;

    public int ApiReadsPerMinute { get; set; } = 300;

    public int PdfsPerMinute { get; set; } = 20;

    public int SearchesPerMinute { get; set; } = 60;

    /// <summary>What is asked of the OpenID Connect server; the server of an application asks for many people from one address.</summary>
    public int ConnectPerMinute { get; set; } = 300;
}
