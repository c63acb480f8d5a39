using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Moderation.Transparency;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Transparency;

/// <summary>Figures of half-years, kept when they are over.</summary>
public sealed class ReportTests
{
    private static readonly HalfYear Second = new(2026, 2);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everything_counts_in_the_half_year_in_which_it_happened_in_the_city(string database)
    {
        var (site, _) = await StartAsync(database, "2027-02-01 09:00");
        await using var end = site;
        await Scenario.AddAsync(site);
        var report = await FindAsync(site, Second);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Scenario.Figures), report), report?.ToJsonString());

        var before = await FindAsync(site, new HalfYear(2026, 1));
        Assert.Equal("1 0 1", $"{Sum(before, "received")} {Sum(before, "actedOn")} {before!["notices"]!["open"]}");
        var after = await FindAsync(site, new HalfYear(2027, 1));
        Assert.Equal("1 1 1 0", $"{Sum(after, "received")} {Sum(after, "actedOn")} {Sum(after, "notActedOn")} {after!["notices"]!["open"]}");
        Assert.Equal("1 1 False", $"{after["automation"]!["checked"]} {after["automation"]!["overturned"]} {after["complete"]!.GetValue<bool>()}");
        Assert.Null(await FindAsync(site, new HalfYear(2025, 2)));
        Assert.Null(await FindAsync(site, new HalfYear(2027, 2)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_half_year_that_is_over_is_kept_once_and_does_not_change_any_more(string database)
    {
        var (site, clock) = await StartAsync(database, "2026-12-31 23:50");
        await using var end = site;
        await Scenario.AddAsync(site);
        await site.UseAsync<KeepReports>(keep => keep.ExecuteAsync(default));
        Assert.Equal(["2026-1"], await KeptAsync(site));
        clock.SetUtcNow(Scenario.Local("2027-01-01 00:59"));
        await site.UseAsync<KeepReports>(keep => keep.ExecuteAsync(default));
        Assert.Equal(["2026-1"], await KeptAsync(site));
        clock.SetUtcNow(Scenario.Local("2027-01-01 01:00")); // The site's own round may be faster than this one; either keeps it once.
        await site.UseAsync<KeepReports>(keep => keep.ExecuteAsync(default));
        await site.UseAsync<KeepReports>(keep => keep.ExecuteAsync(default));
        Assert.Equal(["2026-1", "2026-2"], await KeptAsync(site));

        await site.WithDbAsync(db =>
        {
            db.Notices.Add(Scenario.Notice(99, NoticeReason.Spam, Scenario.Local("2026-10-01 10:00")));
            return db.SaveChangesAsync();
        });
        var report = await FindAsync(site, Second);
        Assert.Equal("6", $"{Sum(report, "received")}");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Months_count_accounts_that_were_signed_in_and_their_number_only_grows(string database)
    {
        var (site, clock) = await StartAsync(database, "2026-11-27 09:00");
        await using var end = site;
        var given = new Given(site);
        await Browsing.AsAsync(site, await given.PersonAsync());
        await Browsing.AsAsync(site, await given.PersonAsync());
        await site.UseAsync<KeepReports>(keep => keep.ExecuteAsync(default));
        Assert.Equal([2], await site.WithDbAsync(db => db.ActiveMonths.Select(month => month.People).ToListAsync()));

        await site.WithDbAsync(db => db.Users.Where(account => db.Sessions.Any(session => session.AccountId == account.Id)).Take(1).ExecuteDeleteAsync());
        await site.UseAsync<KeepReports>(keep => keep.ExecuteAsync(default));
        Assert.Equal([2], await site.WithDbAsync(db => db.ActiveMonths.Select(month => month.People).ToListAsync()));

        // A session that goes on counts in the next month only when it is used.
        clock.SetUtcNow(Scenario.Local("2026-12-01 00:30"));
        await site.UseAsync<KeepReports>(keep => keep.ExecuteAsync(default));
        Assert.Equal([2, 0], await site.WithDbAsync(db => db.ActiveMonths.OrderBy(month => month.Month).Select(month => month.People).ToListAsync()));
        var now = clock.GetUtcNow();
        await site.WithDbAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now)));
        await site.UseAsync<KeepReports>(keep => keep.ExecuteAsync(default));
        Assert.Equal([2, 1], await site.WithDbAsync(db => db.ActiveMonths.OrderBy(month => month.Month).Select(month => month.People).ToListAsync()));
        Assert.Equal(new ActivePeople(2, 2), (await site.UseAsync<TransparencyQueries, TransparencyReport?>(queries => queries.FindAsync(Second, default)))!.ActivePeople);
    }

    [Fact]
    public async Task An_empty_half_year_is_a_report_of_zeros()
    {
        var (site, _) = await StartAsync(Databases.Sqlite, "2026-11-27 09:00");
        await using var end = site;
        var report = await site.UseAsync<TransparencyQueries, TransparencyReport?>(queries => queries.FindAsync(Second, default));
        Assert.Equal((0, 0, 0, 0, false), (report!.Notices.Received, report.Restrictions, report.Complaints.Filed, report.Automation.Decisions, report.Complete));
        Assert.Equal(new ActivePeople(0, null), report.ActivePeople);
        Assert.Null(await FindAsync(site, new HalfYear(2026, 1)));
    }

    [Fact]
    public async Task Files_hold_the_same_figures_in_a_documented_form()
    {
        var (site, _) = await StartAsync(Databases.Sqlite, "2027-02-01 09:00");
        await using var end = site;
        await Scenario.AddAsync(site);
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(Links.TransparencyJson(2026, 2));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Scenario.Figures), JsonNode.Parse(await visitor.Last.Content.ReadAsStringAsync())));

        await visitor.GetAsync(Links.TransparencyCsv(2026, 2));
        var lines = Encoding.UTF8.GetString(await visitor.Last.Content.ReadAsByteArrayAsync()).Split("\r\n");
        Assert.Equal("\ufeff\"period\";\"figure\";\"by\";\"and\";\"value\"", lines[0]);
        foreach (var line in (string[])["notices-received\";\"Netiquette\";\"\";\"2", "notices-decided\";\"Other\";\"NotActedOn\";\"0", "notices-decided\";\"Other\";\"Removed\";\"1", "decisions\";\"Hide\";\"Respect\";\"2", "notices-median-hours\";\"\";\"\";\"6", "complaints-decided\";\"Reversed\";\"\";\"1", "active-people-average\";\"\";\"\";\"13"])
            Assert.Contains($"\"2026-2\";\"{line}\"", lines);
        Assert.DoesNotContain(lines, line => line.Contains("complaints-median", StringComparison.Ordinal));

        // Every name that a file can hold is documented.
        var documented = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory.Split("Participation.Tests")[0], "docs", "transparency.md"));
        Assert.All(lines[1..^1].Select(line => line.Split(';')[1].Trim('"')).Distinct(), figure => Assert.Contains($"`{figure}`", documented, StringComparison.Ordinal));
    }

    private static async Task<(TestSite Site, FakeTimeProvider Clock)> StartAsync(string database, string now)
    {
        var clock = new FakeTimeProvider(Scenario.Local(now));
        return (await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock)), clock);
    }

    private static async Task<JsonNode?> FindAsync(TestSite site, HalfYear half) =>
        JsonSerializer.SerializeToNode(await site.UseAsync<TransparencyQueries, TransparencyReport?>(queries => queries.FindAsync(half, default)), TransparencyFiles.Json);

    private static Task<List<string>> KeptAsync(TestSite site) => site.WithDbAsync(db => db.TransparencyRecords.OrderBy(record => record.Period).Select(record => record.Period).ToListAsync());

    private static int Sum(JsonNode? report, string figure) => report!["notices"]!["byReason"]!.AsArray().Sum(reason => reason![figure]!.GetValue<int>());
}
