using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Participation.Domain.Council;

namespace Participation.Web.Council.Oparl.Import;

/// <summary>What is allowed to a source, so that a broken or hostile one costs little.</summary>
internal sealed record OparlLimits
{
    /// <summary>Largest answer, in bytes, after it was unpacked.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Most pages of one list.</summary>
    public int MaxPages { get; init; } = 5000;

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Pause before an answer that failed is asked for again; each further one is four times as long.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often an answer is asked for.</summary>
    public int Tries { get; init; } = 4;
}

/// <summary>
/// Reads one source: only its own host, only https, no addresses of inner networks, no redirects elsewhere, so many answers in a second, none too large or too slow.
/// </summary>
internal sealed class OparlClient(IHttpClientFactory clients, OparlLimits limits, TimeProvider clock)
{
    /// <summary>Reads from public addresses alone.</summary>
    public const string Public = "oparl";

    /// <summary>Reads from anywhere, for trials on the own machine.</summary>
    public const string Anywhere = "oparl-anywhere";

    private const int MostRedirects = 3;

    private Uri? _root;
    private bool _insecure;
    private TimeSpan _distance;
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    /// <summary>What the source's clock said at its first answer; null when it did not.</summary>
    public DateTimeOffset? ServerTime { get; private set; }

    /// <summary>Says which source is read.</summary>
    /// <exception cref="OparlImportException">The address cannot be one.</exception>
    public void Use(string url, bool insecure, int perSecond)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var root) || url.Length > CouncilRecord.OriginMaxLength) throw new OparlImportException($"{url} is no address.");
        if (root.Scheme != Uri.UriSchemeHttps && !(insecure && root.Scheme == Uri.UriSchemeHttp)) throw new OparlImportException($"{url} has to begin with https://.");
        (_root, _insecure, _distance) = (root, insecure, TimeSpan.FromSeconds(1.0 / perSecond));
    }

    /// <summary>Whether an address belongs to the source.</summary>
    public bool IsOwn(string? address) => address is { Length: > 0 and <= CouncilRecord.OriginMaxLength * 2 } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == _root!.Scheme
        && string.Equals(uri.Authority, _root.Authority, StringComparison.OrdinalIgnoreCase) && uri.UserInfo.Length == 0;

    /// <summary>Reads an object or a page.</summary>
    /// <exception cref="OparlImportException">It cannot be had, now or at all.</exception>
    public async Task<JsonElement> ReadAsync(string address, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(address, cancel);
            }
            catch (Exception failed) when (failed is HttpRequestException or IOException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                var why = failed is TaskCanceledException ? "took too long" : failed.Message;
                if (failed.GetBaseException() is OparlImportException refused) throw refused;
                if (attempt >= limits.Tries) throw new OparlImportException($"{address}: {why}");
                await Task.Delay(limits.Pause * Math.Pow(4, attempt - 1), clock, cancel);
            }
        }
    }

    private async Task<JsonElement> OnceAsync(string address, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(limits.Timeout);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!IsOwn(address)) throw new OparlImportException($"{address} is not on {_root!.Authority}.");
            await WaitAsync(cancel);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var answer = await clients.CreateClient(_insecure ? Anywhere : Public).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location)
            {
                address = new Uri(new Uri(address), location).AbsoluteUri;
                continue;
            }

            if (answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError) throw new HttpRequestException($"answered {(int)answer.StatusCode}");
            if (!answer.IsSuccessStatusCode) throw new OparlImportException($"{address} answered {(int)answer.StatusCode}.");
            ServerTime ??= answer.Headers.Date;
            return await JsonAsync(answer, address, patience.Token);
        }

        throw new OparlImportException($"{address} redirects too often.");
    }

    private async Task<JsonElement> JsonAsync(HttpResponseMessage answer, string address, CancellationToken cancel)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (read.Length + count > limits.MaxBytes) throw new OparlImportException($"{address} is larger than {limits.MaxBytes / 1024} KB.");
            read.Write(buffer, 0, count);
        }

        try
        {
            using var json = JsonDocument.Parse(read.GetBuffer().AsMemory(0, (int)read.Length));
            return json.RootElement.ValueKind is JsonValueKind.Object ? json.RootElement.Clone() : throw new OparlImportException($"{address} is no object.");
        }
        catch (JsonException)
        {
            throw new OparlImportException($"{address} is no JSON.");
        }
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        var wait = _last + _distance - clock.GetUtcNow();
        if (_last != DateTimeOffset.MinValue && wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancel);
        _last = clock.GetUtcNow();
    }
}

/// <summary>Connects to public addresses alone: what a name means is looked up here, so that it cannot mean something else a moment later.</summary>
internal static class PublicAddresses
{
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        if (addresses.Length == 0 || addresses.Any(IsInner)) throw new IOException("inner", new OparlImportException($"{context.DnsEndPoint.Host} is an address of an inner network."));
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Loopback, private, link-local, shared and multicast networks of either family.</summary>
    public static bool IsInner(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily is AddressFamily.InterNetworkV6)
            return address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast || address.IsIPv6UniqueLocal || address.Equals(IPAddress.IPv6Any) || (bytes is [0, 0x64, 0xff, 0x9b, ..]) || (bytes is [0x20, 0x02, ..]);
        return bytes is [0 or 10 or 127, ..] or [172, >= 16 and < 32, ..] or [192, 168, ..] or [169, 254, ..] or [100, >= 64 and < 128, ..] or [192, 0, 0, _] or [198, 18 or 19, ..] or [>= 224, ..];
    }
}

/// <summary>Why a source cannot be read any further; in words for an operator.</summary>
public sealed class OparlImportException(string message) : Exception(message);
