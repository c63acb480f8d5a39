namespace Participation.Tests.Support;

/// <summary>The tests' own site.</summary>
public sealed class TestSiteTests
{
    [Fact]
    public async Task A_site_that_ended_leaves_nothing_behind()
    {
        var ended = new List<WeakReference>();
        for (var i = 0; i < 3; i++) ended.Add(await StartAndEndAsync());
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        // The last one may still stand on the stack.
        Assert.InRange(ended.Count(site => site.IsAlive), 0, 1);
    }

    private static async Task<WeakReference> StartAndEndAsync()
    {
        await using var site = await TestSite.StartAsync();
        await Browsing.Visitor(site).GetAsync("/ideen");
        return new WeakReference(site.Services);
    }
}
