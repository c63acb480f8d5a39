using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Processes;
using Participation.Tests.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts;
using Participation.Web.Discussions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Tests.Hosting;

/// <summary>Requests that no page of the site makes.</summary>
public sealed class HostileRequestTests
{
    [Fact]
    public async Task Unknown_methods_are_405_and_unreadable_forms_400_never_500()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync());
        foreach (var path in new[] { "/", Links.Idea(number, "Mehr Bänke am Markt"), "/seite/impressum", "/verfahren/smart-city", "/ideen", "/suche" })
        {
            using var request = new HttpRequestMessage(new HttpMethod("TRACE"), path);
            using var answer = await browsing.Client.SendAsync(request);
            Assert.Equal((path, HttpStatusCode.MethodNotAllowed), (path, answer.StatusCode));
        }

        foreach (var (path, type, body) in new[]
        {
            ("/ideen/neu", "multipart/form-data", "x"), ("/ideen/neu", "multipart/form-data; boundary=a", "--a\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nabge"),
            (Links.Comments(number), "application/json", "{}"), (Links.Comments(number), "application/x-www-form-urlencoded", "Body=%00"), (Links.Stance(number), "text/plain", "haltung=dafuer"),
        })
        {
            using var content = new StringContent(body);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await browsing.Client.PostAsync(path, content);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{path} with {type}: {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/ä")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("https://example.org")]
    [InlineData("/a\r\nSet-Cookie: b=c")]
    public async Task An_address_to_go_on_to_is_a_plain_path_or_the_start_page(string next)
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        foreach (var link in new[] { "/sprache/de", "/darstellung/dark" })
        {
            await visitor.GetAsync($"{link}?weiter={Uri.EscapeDataString(next)}");
            Assert.Equal((302, "/"), ((int)visitor.Last.StatusCode, visitor.Last.Headers.Location!.ToString()));
        }
    }

    [Fact]
    public void An_IPv6_network_counts_as_one_and_IPv4_addresses_apart()
    {
        Assert.Equal(Limits.Network(IPAddress.Parse("2001:db8:1:2::1")), Limits.Network(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(Limits.Network(IPAddress.Parse("2001:db8:1:2::1")), Limits.Network(IPAddress.Parse("2001:db8:1:3::1")));
        Assert.NotEqual(Limits.Network(IPAddress.Parse("192.0.2.1")), Limits.Network(IPAddress.Parse("192.0.2.2")));
        Assert.Equal(Limits.Network(IPAddress.Parse("192.0.2.1")), Limits.Network(IPAddress.Parse("::ffff:192.0.2.1")));
    }

    [Theory]
    [InlineData("Anna\u3164", false)]
    [InlineData("\u3164\u3164\u3164", false)]
    [InlineData("An\u034Fna", false)]
    [InlineData("Anna\uFE0F", false)]
    [InlineData("Anna\u2800B", false)]
    [InlineData("\u041Coderation", false)]
    [InlineData("Анна Петрова", true)]
    [InlineData("Zoë Łukasz-Øster", true)]
    public void Names_show_what_they_are(string name, bool good) => Assert.Equal(good, NewPerson.IsName(name));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_name_does_not_tell_whether_an_address_has_an_account(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await RegisterAsync(site, "Wer zuerst kam", "opfer@example.org");
        await RegisterAsync(site, "Neuer Name", "opfer@example.org");
        Assert.IsType<NameIsTaken>(await RegisterAsync(site, "Neuer Name", "angreifer@example.org"));
        await RegisterAsync(site, "Anderer Name", "niemand@example.org");
        Assert.IsType<NameIsTaken>(await RegisterAsync(site, "Anderer Name", "angreifer@example.org"));
    }

    [Theory]
    [InlineData("Moderation")]
    [InlineData("moderation a (demo)")]
    [InlineData("Stadt Ratingen")]
    [InlineData("Die Stadt Ratingen antwortet")]
    [InlineData("Stadtverwaltung Ratingen")]
    [InlineData("Ihre Bürgermeisterin")]
    [InlineData("M0derat1on")]
    [InlineData("Admin")]
    [InlineData("Adm1nistrator")]
    [InlineData("Verwa1tung Ratingen")]
    [InlineData("S t a d t Ratingen")]
    [InlineData("Мodеrаtiоn")] // Cyrillic and Latin letters: refused by the form already
    [InlineData("Stadtwerke  Ratingen")]
    [InlineData("5tadtwerke-Ratingen")]
    public async Task Nobody_registers_under_the_name_of_an_office(string name)
    {
        await using var site = await TestSite.StartAsync();
        await site.WithDbAsync(async db =>
        {
            db.Organisations.Add(Organisation.Found(OrganisationId.New(A.Moment), "stadtwerke", "Stadtwerke Ratingen", "utility", null, Domain.FormattedText.Empty));
            return await db.SaveChangesAsync();
        });
        Assert.IsType<NameLooksOfficial>(await RegisterAsync(site, name, "jemand@example.org"));
        var visitor = Browsing.Visitor(site);
        var page = await visitor.RegisterAsync(name, "jemand@example.org");
        Assert.Equal(400, (int)visitor.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#Input_Name-error"));
        Assert.Equal(0, await site.WithDbAsync(db => db.People.CountAsync()));
    }

    [Theory]
    [InlineData("Radlerin Lintorf"), InlineData("Altstadt Ratingen"), InlineData("Stadtradler Ratingen"), InlineData("Anna 4"), InlineData("K. R."), InlineData("Moritz Ration"), InlineData("Stadtwerker"), InlineData("1 Bürger aus Hösel"), InlineData("Adminka-Fan Ole")]
    public void Others_are_free(string name) => Assert.False(OfficialNames.Is(name, "Ratingen", ["Stadtwerke Ratingen"]) || NewPerson.HasAddress(name));

    [Theory]
    [InlineData("gewinn.example"), InlineData("Gewinn auf www.a"), InlineData("https://a"), InlineData("anna@a"), InlineData("Jetzt:gewinn.example/x"), InlineData("gewinn。example"), InlineData("gewinn．example")]
    public async Task A_name_is_no_address(string name)
    {
        await using var site = await TestSite.StartAsync();
        Assert.IsType<NameHasAddress>(await RegisterAsync(site, name, "jemand@example.org"));
        var visitor = Browsing.Visitor(site);
        var page = await visitor.RegisterAsync(name, "jemand@example.org");
        Assert.Contains("Adresse", page.QuerySelector("#Input_Name-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.WithDbAsync(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_mail_to_an_address_that_nobody_confirmed_carries_no_name()
    {
        await using var site = await TestSite.StartAsync();
        const string message = "Geld liegt bereit: rufen Sie mich an";
        Assert.Null(await RegisterAsync(site, message, "opfer@example.org"));
        Assert.Null(await RegisterAsync(site, "Noch eine Botschaft", "opfer@example.org"));
        await site.UseAsync<AccountMails, int>(async mails => { await mails.ResetAsync("opfer@example.org", default); return 0; });
        var sent = await new Mailbox(site).WaitAsync("opfer@example.org", 3);
        Assert.All(sent, mail => Assert.StartsWith("Guten Tag,", mail.TextBody, StringComparison.Ordinal));
        Assert.All(sent, mail => Assert.DoesNotContain("otschaft", mail.TextBody, StringComparison.Ordinal));
        Assert.All(sent, mail => Assert.DoesNotContain("Geld", mail.Subject + mail.TextBody, StringComparison.Ordinal));

        await site.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.EmailConfirmed, true)));
        await site.UseAsync<AccountMails, int>(async mails => { await mails.ResetAsync("opfer@example.org", default); return 0; });
        Assert.StartsWith($"Guten Tag {message},", (await new Mailbox(site).WaitAsync("opfer@example.org", 4))[3].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stranger_causes_few_mails_to_one_mailbox_and_none_less_to_others()
    {
        using var throttle = new MailThrottle();
        var account = PersonId.New(DateTimeOffset.UnixEpoch).Value;
        Assert.Equal(6, Enumerable.Range(0, 20).Count(_ => throttle.MaySend(account)));
        Assert.True(throttle.MaySend(PersonId.New(DateTimeOffset.UnixEpoch).Value));
    }

    [Fact]
    public async Task A_comment_that_waits_or_was_declined_is_not_shown_as_the_one_replied_to()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync(moderation: ModerationMode.PreModerateAll);
        var number = await given.IdeaAsync();
        await PostAsync(site, number, await given.PersonAsync(), "Geheimer Text");
        var page = await (await Browsing.AsAsync(site, await given.PersonAsync())).GetAsync(Links.ReplyTo(number, 1));
        Assert.DoesNotContain("Geheimer Text", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_ideas_comment_is_a_conflict_and_nothing_is_lost_silently()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (first, second, author) = (await given.IdeaAsync(), await given.IdeaAsync(title: "Ein anderer Ort"), await given.PersonAsync());
        await PostAsync(site, first, author, "Eins");
        var again = await site.UseAsync<PostComment, Domain.Refusal?>(async post => (await post.ExecuteAsync(new CommentInput(second, null, CommentLabel.None, "Zwei", "key-Eins"), author, default)).Refusal);
        Assert.IsType<KeyWasUsed>(again);
    }

    private static Task<Domain.Refusal?> RegisterAsync(TestSite site, string name, string email) => site.UseAsync<RegisterPerson, Domain.Refusal?>(register =>
        register.ExecuteAsync(new NewPerson(name, email, "Ein langes Kennwort 1", "de"), "/", default));

    private static async Task PostAsync(TestSite site, int idea, Actor author, string text) => Assert.True(
        await site.UseAsync<PostComment, bool>(async post => (await post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.None, text, "key-" + text), author, default)).Done));
}
