using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Participation.Tests.Support;

namespace Participation.Tests.Proposals.Writing;

/// <summary>The site is killed again and again while people type. What it acknowledged is there, and what it did not comes later from the editors.</summary>
public sealed class KilledSiteTests
{
    private const int Writers = 3;
    private const int Edits = 400;

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_and_nothing_else_either()
    {
        // Another process with the same data: it makes the proposal and reads in the end what is stored.
        await using var site = await TestSite.StartAsync();
        var texts = await GivenTexts.InAsync(site);
        var address = $"http://127.0.0.1:{FreePort()}";
        var config = await LiveWriting.ConfigAsync(texts, Writers, new { edits = Edits, seed = 11, lines = true, rest = 12, burst = 2 }, address);
        using var node = Process.Start(Shell.StartNode("Proposals/Writing/writers.mjs", config))!;
        var acknowledged = new List<string>();
        var last = "";
        Process server = await ServeAsync(site, address);
        try
        {
            while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                last = line;
                if (!line.StartsWith("stored ", StringComparison.Ordinal)) continue;
                acknowledged.Add(line["stored ".Length..]);
                if (acknowledged.Count is not (100 or 400 or 800)) continue;
                server.Kill();
                await server.WaitForExitAsync();
                server.Dispose();
                var (_, stored, _) = await texts.StoredAsync();
                Assert.Empty(acknowledged.Except(stored.Split('\n')));
                server = await ServeAsync(site, address);
            }

            await node.WaitForExitAsync();
            Assert.Equal((0, ""), (node.ExitCode, await node.StandardError.ReadToEndAsync()));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
            if (!node.HasExited) node.Kill();
        }

        var (version, text, _) = await texts.StoredAsync();
        Assert.Equal((Writers * Edits, Writers * Edits), (version, acknowledged.Distinct().Count()));
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), text.TrimEnd().Split('\n').Order(StringComparer.Ordinal));
        Assert.All(Written.Read(last).Texts, mine => Assert.Equal(text, mine));
    }

    private static async Task<Process> ServeAsync(TestSite site, string address)
    {
        var server = Process.Start(Shell.Start("dotnet", [Shell.Site, "--urls", address, "--no-demo", "--data", site.DataDirectory]))!;
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (!line.Contains("Now listening on", StringComparison.Ordinal)) continue;
            // Nobody reads on, but somebody has to take it.
            _ = server.StandardOutput.ReadToEndAsync();
            _ = server.StandardError.ReadToEndAsync();
            return server;
        }

        throw new InvalidOperationException("Never listened: " + await server.StandardError.ReadToEndAsync());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
