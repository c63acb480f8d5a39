using System.Runtime.CompilerServices;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting.Api;

public sealed class ApiContractTests
{
    /// <summary>A changed contract is a decision: run with UPDATE_CONTRACT=1, read the difference, commit it.</summary>
    [Fact]
    public async Task The_contract_is_the_committed_one()
    {
        await using var site = await TestSite.StartAsync();
        var contract = (await Browsing.Visitor(site).Client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACT") is not null) await File.WriteAllTextAsync(Committed(), contract);
        Assert.Equal(await File.ReadAllTextAsync(Committed()), contract);
    }

    [Fact]
    public async Task The_readable_pages_load_nothing_from_elsewhere_and_run_nothing_inline()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = Browsing.Visitor(site);
        var page = await browsing.GetAsync("/api/");
        var policy = Assert.Single(browsing.Last.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy.Split(';').Single(part => part.Contains("script-src", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("[src], link[href]"), element => Assert.DoesNotContain("//", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Contains($"'nonce-{script.GetAttribute("nonce")}'", policy, StringComparison.Ordinal));
        Assert.Contains("\"telemetry\":false", page.Source.Text, StringComparison.Ordinal);
    }

    private static string Committed([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "openapi.v1.json");
}
