using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Accounts;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Notices;

public sealed class NoticeTests
{
    private static readonly Dictionary<string, string> Complete = new()
    {
        ["Input.Reason"] = nameof(NoticeReason.PersonalData), ["Input.Explanation"] = "Da steht eine Telefonnummer.", ["Input.Name"] = "Erika Muster", ["Input.Email"] = "erika@example.org", ["Input.GoodFaith"] = "true",
    };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_without_an_account_reports_and_comes_back_by_the_link(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, await given.PersonAsync(), "Meine Nachbarin: 02102 1234567");
        var visitor = Browsing.Visitor(site);
        var form = Links.ReportOf(Links.Comment(idea, comment));
        Assert.Contains("02102", (await visitor.GetAsync(form)).QuerySelector("#gemeldet")!.TextContent, StringComparison.Ordinal);
        await visitor.SubmitAsync(form, "#melden", new(Complete));
        Assert.Equal(HttpStatusCode.Redirect, visitor.Last.StatusCode);
        var address = visitor.Last.Headers.Location!.ToString();
        Assert.Contains("noch nicht entschieden", (await visitor.FollowAsync()).QuerySelector("#ergebnis")!.TextContent, StringComparison.Ordinal);

        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, await given.PersonAsync(Role.Moderator)));
        var page = await Browsing.Visitor(site).GetAsync(address);
        Assert.Contains("eingeschränkt", page.QuerySelector("#ergebnis")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Der Beitrag wertet jemanden ab.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notifier_without_an_account_is_told_by_mail_that_it_arrived_and_what_was_decided()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        await Browsing.Visitor(site).SubmitAsync(Links.ReportOf(Links.Comment(idea, comment)), "#melden", new(Complete));
        var received = Assert.Single(await new Mailbox(site).WaitAsync("erika@example.org"));
        Assert.Contains("noch nicht entschieden", (await Browsing.Visitor(site).GetAsync(Mailbox.Link(received))).QuerySelector("#ergebnis")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, await given.PersonAsync(Role.Moderator)));
        var decided = (await new Mailbox(site).WaitAsync("erika@example.org", 2))[1];
        Assert.Contains("wurde eingeschränkt", decided.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_s_mailbox_is_filled_with_confirmations()
    {
        await using var site = await TestSite.StartAsync();
        var (given, author) = (new Given(site), await new Given(site).PersonAsync());
        for (var i = 0; i < NoticeMails.MostPerDay + 2; i++) Assert.True((await site.ReportAsync(await given.IdeaAsync(author), null, null)).Done);
        var last = await given.IdeaAsync(author);
        await Browsing.Visitor(site).SubmitAsync(Links.ReportOf(Links.Idea(last)), "#melden", new(Complete) { ["Input.Email"] = "danach@example.org" });
        await new Mailbox(site).WaitAsync("danach@example.org");
        Assert.Equal(NoticeMails.MostPerDay, new Mailbox(site).All().Count(mail => mail.To.Mailboxes.Single().Address == "erika@example.org"));
    }

    [Fact]
    public async Task Every_form_has_a_secret_of_its_own()
    {
        await using var site = await TestSite.StartAsync();
        var address = Links.ReportOf(Links.Idea(await new Given(site).IdeaAsync()));
        var keys = new HashSet<string?>();
        for (var i = 0; i < 3; i++) keys.Add((await Browsing.Visitor(site).GetAsync(address)).QuerySelector("input[name='Input.Key']")!.GetAttribute("value"));
        Assert.Equal(3, keys.Count);
    }

    [Fact]
    public async Task The_number_alone_opens_no_notice()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (idea, anna) = (await given.IdeaAsync(), await given.PersonAsync());
        Assert.Equal(1, (await site.ReportAsync(idea, null, anna)).Value);
        foreach (var other in new[] { Browsing.Visitor(site), await Browsing.AsAsync(site, await given.PersonAsync()), await Browsing.AsAsync(site, await given.PersonAsync(Role.Administrator)) })
        {
            await other.GetAsync(Links.MyNotice(1));
            Assert.Equal(HttpStatusCode.NotFound, other.Last.StatusCode);
        }

        var own = await Browsing.AsAsync(site, anna);
        await own.GetAsync(Links.MyNotice(1));
        Assert.Equal(HttpStatusCode.OK, own.Last.StatusCode);
    }

    [Theory]
    [InlineData("Input.Reason", "")]
    [InlineData("Input.Explanation", " ")]
    [InlineData("Input.Name", "")]
    [InlineData("Input.Email", "erika")]
    [InlineData("Input.GoodFaith", "false")]
    [InlineData("Input.Address", "https://anderswo.example/ideen/1")]
    [InlineData("Input.Address", "/ideen/99")]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost(string field, string value)
    {
        await using var site = await TestSite.StartAsync();
        var idea = await new Given(site).IdeaAsync();
        var visitor = Browsing.Visitor(site);
        var page = await visitor.SubmitAsync(Links.ReportOf(Links.Idea(idea)), "#melden", new(Complete) { [field] = value });
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        Assert.Single(page.QuerySelectorAll("#fehler li"));
        if (field != "Input.Explanation") Assert.Equal(Complete["Input.Explanation"], page.QuerySelector("#Input_Explanation")!.TextContent.Trim());
        Assert.Equal(0, await site.WithDbAsync(db => db.Notices.CountAsync()));
    }

    [Fact]
    public async Task Abuse_of_children_is_reported_without_a_name()
    {
        await using var site = await TestSite.StartAsync();
        var idea = await new Given(site).IdeaAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.SubmitAsync(Links.ReportOf(Links.Idea(idea)), "#melden", new(Complete) { ["Input.Reason"] = nameof(NoticeReason.ChildAbuse), ["Input.Name"] = "", ["Input.Email"] = "" });
        Assert.Equal(HttpStatusCode.Redirect, visitor.Last.StatusCode);
        Assert.Equal((null, null), await site.WithDbAsync(db => db.Notices.Select(notice => new ValueTuple<string?, string?>(notice.Name, notice.Email)).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_form_and_the_same_person_make_one_notice(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, anna) = (await given.IdeaAsync(), await given.PersonAsync());
        var key = GivenNotices.Key();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.ReportAsync(idea, null, null, key: key)));
        Assert.Single(numbers.Select(number => number.Value).Distinct());
        var annas = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.ReportAsync(idea, null, anna)));
        Assert.Single(annas.Select(number => number.Value).Distinct());
        Assert.Equal(2, await site.WithDbAsync(db => db.Notices.CountAsync()));
    }

    [Fact]
    public async Task A_person_reports_so_much_in_a_day_and_no_more()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (anna, author) = (await given.PersonAsync(), await given.PersonAsync());
        for (var i = 0; i < FileNotice.MostPerDay; i++) Assert.True((await site.ReportAsync(await given.IdeaAsync(author), null, anna)).Done);
        Assert.IsType<TooManyNotices>((await site.ReportAsync(await given.IdeaAsync(author), null, anna)).Refusal);
    }

    [Fact]
    public async Task Whoever_reported_signed_in_is_told_in_the_inbox()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (idea, anna) = (await given.IdeaAsync(), await given.PersonAsync());
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        await site.ReportAsync(idea, comment, anna);
        Assert.Null(await site.StepAsync(CaseStep.Keep, idea, comment, await given.PersonAsync(Role.Moderator)));
        Assert.Equal(NotificationKind.NoticeNotActedOn, await site.WithDbAsync(db => db.Notifications.Where(n => n.PersonId == anna.Person).Select(n => n.Kind).SingleAsync()));
        var inbox = await (await Browsing.AsAsync(site, anna)).GetAsync(Links.Inbox);
        Assert.NotNull(inbox.QuerySelector($"a[href='{Links.MyNotice(1)}']"));
    }

    [Theory]
    [InlineData("/ideen/17", 17, null)]
    [InlineData("/ideen/17/mehr-baenke", 17, null)]
    [InlineData("/ideen/17/mehr-baenke#beitrag-3", 17, 3)]
    [InlineData("/ideen/17/beitraege/3", 17, 3)]
    [InlineData("  https://mitmachen.example/ideen/17/mehr-baenke?x=1#diskussion ", 17, null)]
    [InlineData("mitmachen.example/ideen/17", 17, null)]
    public void Addresses_are_read_as_people_copy_them(string address, int idea, int? comment) =>
        Assert.Equal(new NoticeTarget(idea, comment), NoticeTarget.Read(address, "mitmachen.example"));

    [Theory]
    [InlineData("")]
    [InlineData("/ideen")]
    [InlineData("/ideen/neu")]
    [InlineData("/ideen/99999999999")]
    [InlineData("https://anderswo.example/ideen/17")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//anderswo.example/ideen/17")]
    public void Other_addresses_are_not(string address) => Assert.Null(NoticeTarget.Read(address, "mitmachen.example"));
}
