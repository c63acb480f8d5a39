using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Audit;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Audit;

public sealed class AuditPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Administrators_read_who_did_what_to_which_item_and_why(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (moderator, administrator) = (await given.PersonAsync(Role.Moderator, "Frau Moderation"), await given.PersonAsync(Role.Administrator));
        var idea = await given.IdeaAsync(title: "Mehr Bänke am Markt");
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, moderator));
        await site.WithDbAsync(db =>
        {
            db.AuditEntries.Add(AuditEntry.Of("person.role", Subject.Of(moderator.Person), null, A.Moment, "Moderator"));
            return db.SaveChangesAsync();
        });

        var browsing = await Browsing.AsAsync(site, administrator);
        var page = await browsing.GetAsync(Links.AuditLog);
        var rows = page.QuerySelectorAll(".decisions__item");
        Assert.Contains("Rolle geändert", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Frau Moderation", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Durch: das System", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Beitrag verborgen", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Der Beitrag wertet jemanden ab.", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Durch: Frau Moderation", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("Mehr Bänke am Markt", rows[1].QuerySelector($"a[href='{Links.ModerateComment(idea, comment)}']")!.TextContent);
        var head = (await site.VerifyAuditAsync()).At;
        Assert.Contains(head.Hash, page.QuerySelector("#kopf")!.TextContent, StringComparison.Ordinal);

        var people = await browsing.GetAsync(Links.Audit(SubjectKind.Person, null, null));
        Assert.Single(people.QuerySelectorAll(".decisions__item"));
        Assert.Equal("Person", people.QuerySelector("#art")!.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Single((await browsing.GetAsync(Links.Audit(null, moderator.Person.Value, null))).QuerySelectorAll(".decisions__item"));
        Assert.Empty((await browsing.GetAsync(Links.Audit(SubjectKind.Idea, moderator.Person.Value, null))).QuerySelectorAll(".decisions__item"));
        await browsing.GetAsync($"{Links.AuditLog}?art=99&gegenstand=x&vor=y");
        Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);
    }

    [Fact]
    public async Task Pages_go_on_where_the_one_before_ended()
    {
        await using var site = await TestSite.StartAsync();
        await site.FillAuditAsync(120);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        var (seen, next) = (new List<string?>(), (string?)Links.AuditLog);
        while (next is not null)
        {
            var page = await browsing.GetAsync(next);
            seen.AddRange(page.QuerySelectorAll(".decisions__item").Select(row => row.GetAttribute("value")));
            next = page.QuerySelectorAll("main a.kern-btn").Select(link => link.GetAttribute("href")).SingleOrDefault();
        }

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(i => $"{i}"), seen);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_has_the_file_checks_the_chain_without_the_site(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.FillAuditAsync(1200);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        await browsing.GetAsync(Links.AuditJson);
        Assert.Equal("protokoll.json", browsing.Last.Content.Headers.ContentDisposition!.FileName);
        using var file = JsonDocument.Parse(await browsing.Last.Content.ReadAsStringAsync());
        var previous = new string('0', 64);
        foreach (var entry in file.RootElement.EnumerateArray())
        {
            string?[] fields = [entry.GetProperty("position").GetRawText(), previous, .. new[] { "id", "at", "actor", "action", "kind", "subject", "detail" }.Select(name => entry.GetProperty(name).GetString())];
            previous = HashOf(fields);
            Assert.Equal(previous, entry.GetProperty("hash").GetString());
        }

        Assert.Equal(new AuditMark(file.RootElement.GetArrayLength(), previous), (await site.VerifyAuditAsync()).At);
    }

    [Fact]
    public async Task A_table_for_spreadsheets_holds_every_entry_and_no_formula()
    {
        await using var site = await TestSite.StartAsync();
        await site.FillAuditAsync(200);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        await browsing.GetAsync(Links.AuditCsv);
        Assert.Equal("text/csv", browsing.Last.Content.Headers.ContentType!.MediaType);
        var text = Encoding.UTF8.GetString(await browsing.Last.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("\ufeff\"position\";\"id\";\"at\";\"actor\";", text, StringComparison.Ordinal);
        Assert.Equal(202, text.Split("\r\n").Length);
        Assert.Contains("\"'=1+1\"", text, StringComparison.Ordinal);
    }

    private static string HashOf(IEnumerable<string?> fields)
    {
        var all = new List<byte>();
        foreach (var field in fields)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : Encoding.UTF8.GetByteCount(field));
            all.AddRange([.. length, .. Encoding.UTF8.GetBytes(field ?? "")]);
        }

        return Convert.ToHexStringLower(SHA256.HashData([.. all]));
    }
}
