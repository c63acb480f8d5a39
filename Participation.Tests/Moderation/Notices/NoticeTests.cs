using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Accounts;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Notices;
using Participation.Web.Moderation.Undoing;
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

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_notifier_without_an_account_is_told_by_mail_that_it_arrived_and_what_was_decided_once_it_cannot_be_undone(string database)
    {
        var clock = new FakeTimeProvider(A.Moment);
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var (given, box) = (new Given(site), new Mailbox(site));
        var (idea, anna, bert) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        await Browsing.Visitor(site).SubmitAsync(Links.ReportOf(Links.Comment(idea, comment)), "#melden", new(Complete));
        var received = Assert.Single(await box.WaitAsync("erika@example.org"));
        var address = Mailbox.Link(received);
        Assert.Contains("noch nicht entschieden", (await Browsing.Visitor(site).GetAsync(address)).QuerySelector("#ergebnis")!.TextContent, StringComparison.Ordinal);

        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, anna));
        Assert.Equal(0, await ToldAsync(site));
        Assert.Null(await site.UseAsync<UndoDecision, Refusal?>(undo => undo.ExecuteAsync(1, anna, default)));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await ToldAsync(site));
        Assert.Null(await site.StepAsync(CaseStep.Keep, idea, comment, anna));
        clock.Advance(TimeSpan.FromMinutes(1));
        await ToldAsync(site);
        Assert.Contains("bleibt", (await box.WaitAsync("erika@example.org", 2))[1].TextBody, StringComparison.Ordinal);

        await Browsing.Visitor(site).SubmitAsync(address, "#beschweren", new() { ["Input.Text"] = "Das beleidigt meine Nachbarin." });
        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, bert));
        clock.Advance(TimeSpan.FromMinutes(1));
        await ToldAsync(site);
        Assert.Contains("Beschwerde", (await box.WaitAsync("erika@example.org", 3))[2].Subject, StringComparison.Ordinal);
        Assert.Equal(0, await ToldAsync(site));
        Assert.Equal(3, box.All().Count(mail => mail.To.Mailboxes.Single().Address == "erika@example.org"));
    }

    /// <summary>The site's own round may have the turn; then this one finds it done.</summary>
    private static Task<int> ToldAsync(TestSite site) => site.UseAsync<MailNotifiers, int>(mails => mails.ExecuteAsync(default));

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
    [InlineData("/ideen/17", "17")]
    [InlineData("/ideen/17/mehr-baenke", "17")]
    [InlineData("/ideen/17/mehr-baenke#beitrag-3", "17:3")]
    [InlineData("/ideen/17/beitraege/3", "17:3")]
    [InlineData("  https://mitmachen.example/ideen/17/mehr-baenke?x=1#diskussion ", "17")]
    [InlineData("mitmachen.example/ideen/17", "17")]
    [InlineData("/vorhaben/3/leihstationen", "v3")]
    [InlineData("https://mitmachen.example/vorhaben/3", "v3")]
    [InlineData("/vorhaben/3/fassungen/vergleich?von=1#ziel", "v3")]
    [InlineData("/vorhaben/3/vorschlaege", "v3")]
    [InlineData("/vorhaben/3/vorschlaege/12", "v3:12")]
    [InlineData("/vorhaben/3/anmerkungen/4", "v3:a4")]
    [InlineData("/vorhaben/3/anmerkungen/4#anmerkung-6", "v3:a6")]
    public void Addresses_are_read_as_people_copy_them(string address, string place)
    {
        Assert.Equal(place, NoticeTarget.Read(address, "mitmachen.example").ToString());
        Assert.Equal(CaseRef.Parse(place, null), NoticeTarget.Read(address, "mitmachen.example"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ideen")]
    [InlineData("/ideen/neu")]
    [InlineData("/ideen/99999999999")]
    [InlineData("https://anderswo.example/ideen/17")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/vorhaben")]
    [InlineData("/vorhaben/neu")]
    [InlineData("/vorhaben/0")]
    [InlineData("/vorhaben/3/vorschlaege/99999999999")]
    [InlineData("//anderswo.example/ideen/17")]
    public void Other_addresses_are_not(string address) => Assert.Null(NoticeTarget.Read(address, "mitmachen.example"));
}
