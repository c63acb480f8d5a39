using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Participation.Domain.Uploads;
using Participation.Tests.Support;
using Participation.Web.Shared;
using Participation.Web.Uploads;
using Participation.Web.Uploads.Scanning;

namespace Participation.Tests.Uploads;

/// <summary>The client of the ClamAV daemon: what is not known to be clean is not taken.</summary>
public sealed class ClamAvTests
{
    /// <summary>The harmless file that every scanner finds (eicar.org); put together here so that no scanner finds this source.</summary>
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");

    [Theory]
    [InlineData("stream: OK", ScanVerdict.Clean), InlineData("stream: Eicar-Signature FOUND", ScanVerdict.Infected), InlineData("INSTREAM size limit exceeded. ERROR", ScanVerdict.Unknown), InlineData("stream: OK FOUND OK", ScanVerdict.Unknown)]
    [InlineData("OK", ScanVerdict.Unknown), InlineData("UNKNOWN COMMAND", ScanVerdict.Unknown), InlineData(null, ScanVerdict.Unknown), InlineData("", ScanVerdict.Unknown)]
    public async Task An_answer_means_what_it_says(string? answer, ScanVerdict verdict)
    {
        using var daemon = FakeDaemon.Start(answer);
        Assert.Equal(verdict, await Client(daemon.Address).ScanAsync(new byte[1000], default));
        if (answer is null or "") return;
        Assert.True(await Client(daemon.Address).AnswersAsync(default));
    }

    [Fact]
    public async Task A_file_goes_over_in_chunks_and_arrives_as_it_was()
    {
        using var daemon = FakeDaemon.Start("stream: OK");
        var file = Enumerable.Range(0, 150_000).Select(index => (byte)(index * 31)).ToArray();
        Assert.Equal(ScanVerdict.Clean, await Client(daemon.Address).ScanAsync(file, default));
        Assert.Equal([65_536, 65_536, 18_928], daemon.Chunks);
        Assert.Equal(file, daemon.Received);
    }

    [Fact]
    public async Task A_daemon_that_has_enough_is_heard_before_everything_is_sent()
    {
        using var daemon = FakeDaemon.Start("INSTREAM size limit exceeded. ERROR", hasEnoughAfter: 100_000);
        Assert.Equal(ScanVerdict.Unknown, await Client(daemon.Address).ScanAsync(new byte[20_000_000], default));
    }

    [Fact]
    public async Task A_socket_in_the_file_system_will_do()
    {
        var path = Path.Combine(Path.GetTempPath(), $"clamd-{Environment.ProcessId}.sock");
        File.Delete(path);
        using (var daemon = FakeDaemon.Start("stream: OK", path: path)) Assert.Equal(ScanVerdict.Clean, await Client(daemon.Address).ScanAsync(new byte[10], default));
        File.Delete(path);
        Assert.Equal(ScanVerdict.Unknown, await Client("unix:" + path).ScanAsync(new byte[10], default));
        Assert.False(await Client("unix:" + path).AnswersAsync(default));
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:3310", true), InlineData("tcp://clamav", true), InlineData("tcp://[::1]:3310", true), InlineData("unix:/run/clamav/clamd.ctl", true)]
    [InlineData("http://127.0.0.1", false), InlineData("127.0.0.1:3310", false), InlineData("unix:clamd.ctl", false), InlineData("tcp://", false), InlineData("tcp://a/b", false)]
    public void An_address_is_a_port_or_a_path(string address, bool valid) => Assert.Equal(valid, ClamAvAddress.Parse(address) is not null);

    [Theory, InlineData("stream: Eicar-Signature FOUND", nameof(FileIsInfected)), InlineData(null, nameof(ScannerIsAway))]
    public async Task What_is_not_clean_is_not_stored_and_the_person_is_told(string? answer, string refusal)
    {
        using var daemon = FakeDaemon.Start(answer);
        await using var site = await TestSite.StartAsync(settings: settings => settings["Uploads:ClamAv:Address"] = daemon.Address);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var sent = await browsing.SendImageAsync(Picture.Jpeg(60, 40));
        Assert.Equal((HttpStatusCode.BadRequest, RefusalTexts.ResourceManager.GetString(refusal, System.Globalization.CultureInfo.GetCultureInfo("de"))), (sent.Status, sent.Message));
        Assert.Equal(0, await site.UploadCountAsync());
        await browsing.GetAsync("/health/ready");
        Assert.Equal(answer is null ? "Degraded" : "Healthy", await browsing.Last.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);
    }

    [Fact]
    public async Task The_real_daemon_finds_the_test_file()
    {
        if (!File.Exists("/usr/sbin/clamd")) Assert.Skip("clamd is not installed here; on Debian: apt-get install clamav-daemon.");
        var folder = Directory.CreateTempSubdirectory("clamd-test-").FullName;
        var socket = Path.Combine(folder, "clamd.sock");
        // A signature of one's own, so that no database has to be fetched.
        await File.WriteAllTextAsync(Path.Combine(folder, "test.ndb"), $"Test.Eicar:0:*:{Convert.ToHexStringLower(Eicar)}\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "clamd.conf"), $"DatabaseDirectory {folder}\nLocalSocket {socket}\nForeground yes\nStreamMaxLength 30M\n{(Environment.UserName == "root" ? "User root\n" : "")}");
        using var clamd = Process.Start(new ProcessStartInfo("/usr/sbin/clamd", ["--config-file", Path.Combine(folder, "clamd.conf")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var client = Client("unix:" + socket);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!await client.AnswersAsync(patience.Token)) await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
            Assert.Equal(ScanVerdict.Infected, await client.ScanAsync(Eicar, default));
            Assert.Equal(ScanVerdict.Clean, await client.ScanAsync(Picture.Jpeg(), default));
        }
        finally
        {
            clamd.Kill();
            await clamd.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ClamAv Client(string address) =>
        new(Options.Create(new UploadOptions { ClamAv = new ClamAvOptions { Address = address, TimeoutSeconds = 2 } }), NullLogger<ClamAv>.Instance);
}
