using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Participation.Tests.Support;
using Participation.Web.Notifications;

namespace Participation.Tests.Notifications;

public sealed class SmtpTests
{
    [Fact]
    public async Task A_mail_reaches_a_mail_server_as_it_was_written()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var received = ReceiveAsync(server, TestContext.Current.CancellationToken);
        await using var site = await TestSite.StartAsync(settings: settings =>
        {
            settings["Mail:Host"] = "127.0.0.1";
            settings["Mail:Port"] = ((IPEndPoint)server.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            settings["Mail:UseTls"] = "false";
            settings["Mail:From"] = "Mitmachen <mitmachen@stadt.example>";
            settings["Site:PublicUrl"] = "https://mitmachen.stadt.example";
        });
        await site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IMailSender>().SendAsync(new Mail("anna@example.org", "Bitte bestätigen", "Grüße aus Ratingen\n.\nEnde"), default);
            return true;
        });

        var (from, to, data) = await received;
        Assert.Contains("<mitmachen@stadt.example>", from, StringComparison.Ordinal);
        Assert.Contains("<anna@example.org>", to, StringComparison.Ordinal);
        var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(data)));
        Assert.Equal("Bitte bestätigen", message.Subject);
        Assert.Equal("Grüße aus Ratingen\n.\nEnde", message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
    }

    /// <summary>The side of RFC 5321 that takes one mail.</summary>
    private static async Task<(string From, string To, string Data)> ReceiveAsync(TcpListener server, CancellationToken cancel)
    {
        using var client = await server.AcceptTcpClientAsync(cancel);
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test ESMTP");
        var (from, to, data) = ("", "", new StringBuilder());
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("MAIL FROM", StringComparison.OrdinalIgnoreCase)) from = line;
            if (line.StartsWith("RCPT TO", StringComparison.OrdinalIgnoreCase)) to = line;
            if (line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync(cancel) is { } text && text != ".") data.Append(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text).Append("\r\n");
            }

            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 OK");
            if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) break;
        }

        return (from, to, data.ToString());
    }
}
