using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Hosting.Commands;

namespace Participation.Tests.Moderation.Audit;

/// <summary><c>audit verify</c> as an operator types it.</summary>
public sealed class AuditCommandTests
{
    [Fact]
    public async Task The_command_says_what_to_note_and_finds_what_was_changed()
    {
        await using var site = await TestSite.StartAsync();
        await site.FillAuditAsync(30);
        var (code, output, error) = await RunAsync(site);
        Assert.Equal((0, ""), (code, error));
        var noted = output.Trim().Split('\n')[^1];
        Assert.StartsWith("30:", noted, StringComparison.Ordinal);

        await site.FillAuditAsync(3);
        Assert.Equal(0, (await RunAsync(site, "--known", noted)).Code);
        (code, _, error) = await RunAsync(site, "--known", $"30:{AuditChain.Origin}");
        Assert.Equal(2, code);
        Assert.Contains("another one than was noted", error, StringComparison.Ordinal);

        await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Position == 17).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Action, "idea.hidd")));
        (code, output, error) = await RunAsync(site);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("BROKEN at entry 17: it was changed", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("17:abc")]
    [InlineData("-1:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("17:zzzz000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_note_that_cannot_be_read_is_said_and_is_no_finding(string known)
    {
        await using var site = await TestSite.StartAsync();
        var (code, _, error) = await RunAsync(site, "--known", known);
        Assert.Equal(1, code);
        Assert.Contains(known, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(TestSite site, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await AuditCommand.Build().Parse(["verify", .. args, "--data", site.DataDirectory]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
