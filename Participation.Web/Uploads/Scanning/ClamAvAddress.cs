using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Participation.Web.Uploads.Scanning;

/// <summary>Where a ClamAV daemon listens.</summary>
internal static class ClamAvAddress
{
    private const int DefaultPort = 3310;
    private const string Unix = "unix:";
    private const string Tcp = "tcp://";

    /// <summary>Reads <c>tcp://host:port</c> or <c>unix:/path</c>; null for anything else.</summary>
    public static EndPoint? Parse(string address)
    {
        if (address.StartsWith(Unix + "/", StringComparison.Ordinal)) return new UnixDomainSocketEndPoint(address[Unix.Length..]);
        if (!address.StartsWith(Tcp, StringComparison.Ordinal) || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.PathAndQuery.Trim('/').Length > 0) return null;
        var port = uri.IsDefaultPort || uri.Port < 0 ? DefaultPort : uri.Port;
        return IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) ? new IPEndPoint(ip, port) : new DnsEndPoint(uri.Host, port);
    }

    /// <summary>How it is named in the log.</summary>
    public static string Name(EndPoint place) => Convert.ToString(place, CultureInfo.InvariantCulture) ?? "";
}
