using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;
using Participation.Web.Accounts.Sessions;

namespace Participation.Tests.Accounts;

public sealed class SessionTests
{
    private const string Email = "anna@example.org";
    private const string Phone = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_session_is_ended_and_refused_at_the_next_request(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SignInTests.AddAsync(site, Email);
        var (anna, phone) = (Browsing.Visitor(site), Browsing.Visitor(site));
        phone.Client.DefaultRequestHeaders.Add("User-Agent", Phone);
        await anna.SignInAsync(Email);
        await phone.SignInAsync(Email);
        await phone.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, phone.Last.StatusCode);

        var page = await anna.GetAsync("/konto/sitzungen");
        var rows = page.QuerySelectorAll("#sitzungen > li");
        Assert.Equal(2, rows.Length);
        Assert.NotNull(rows[0].QuerySelector("[data-current]"));
        Assert.Null(rows[0].QuerySelector("form"));
        Assert.Contains("Firefox auf Android", rows[1].TextContent, StringComparison.Ordinal);
        await anna.SubmitAsync("/konto/sitzungen", "#sitzungen form", []);
        Assert.Equal("/konto/sitzungen", anna.Last.Headers.Location?.ToString());

        await phone.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, phone.Last.StatusCode);
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task All_others_are_ended_and_one_s_own_goes_on(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SignInTests.AddAsync(site, Email);
        await SignInTests.AddAsync(site, "bert@example.org");
        var (anna, others, bert) = (Browsing.Visitor(site), new[] { Browsing.Visitor(site), Browsing.Visitor(site) }, Browsing.Visitor(site));
        foreach (var browsing in others.Prepend(anna)) await browsing.SignInAsync(Email);
        await bert.SignInAsync("bert@example.org");
        await anna.SubmitAsync("/konto/sitzungen", "#alle-anderen", []);
        foreach (var (browsing, expected) in others.Select(other => (other, HttpStatusCode.Redirect)).Append((anna, HttpStatusCode.OK)).Append((bert, HttpStatusCode.OK)))
        {
            await browsing.GetAsync("/konto");
            Assert.Equal(expected, browsing.Last.StatusCode);
        }
    }

    [Fact]
    public async Task Somebody_else_s_session_is_as_if_there_were_none()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        await SignInTests.AddAsync(site, "mallory@example.org");
        var (anna, mallory, second) = (Browsing.Visitor(site), Browsing.Visitor(site), Browsing.Visitor(site));
        await anna.SignInAsync(Email);
        var key = await site.WithDbAsync(db => db.Sessions.Select(session => session.Key).SingleAsync());
        await mallory.SignInAsync("mallory@example.org");
        await second.SignInAsync("mallory@example.org");
        await mallory.SubmitAsync("/konto/sitzungen", "#sitzungen form", new(StringComparer.Ordinal) { ["Input.Key"] = key });
        Assert.Equal(HttpStatusCode.NotFound, mallory.Last.StatusCode);
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_kept_cookie_is_dead()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        var (name, value) = await Browsing.CookieAsync(site, person);
        var anna = Browsing.Visitor(site);
        anna.Client.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);
        var key = await site.WithDbAsync(db => db.Sessions.Select(session => session.Key).SingleAsync());
        Assert.True(await site.UseAsync<EndSessions, bool>(end => end.OneAsync(person.Person.Value, key, default)));
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, anna.Last.StatusCode);

        var bert = Browsing.Visitor(site);
        await SignInTests.AddAsync(site, Email);
        await bert.SignInAsync(Email);
        await bert.SubmitAsync("/konto/abmelden", "#abmelden", []);
        Assert.Equal(0, await site.WithDbAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task Signing_in_once_more_in_the_same_browser_leaves_one_session()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var first = await site.WithDbAsync(db => db.Sessions.Select(session => session.Key).SingleAsync());
        await anna.SignInAsync(Email);
        Assert.NotEqual(first, await site.WithDbAsync(db => db.Sessions.Select(session => session.Key).SingleAsync()));
    }

    [Fact]
    public async Task A_session_stolen_before_a_password_change_is_dead_after_it()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var (anna, thief) = (Browsing.Visitor(site), Browsing.Visitor(site));
        await anna.SignInAsync(Email);
        await thief.SignInAsync(Email);
        await anna.SubmitAsync("/konto/passwort", "#passwort", new(StringComparer.Ordinal) { ["Input.Current"] = Steps.Password, ["Input.Wanted"] = "fünf Gänse am Blauen See" });
        await thief.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, thief.Last.StatusCode);
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);
        Assert.Contains(await new Mailbox(site).WaitAsync(Email, 2), mail => mail.Subject!.Contains("Passwort wurde geändert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Last_seen_is_written_at_coarse_steps_and_neither_address_nor_sid_is_kept()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        anna.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", new string('x', 900));
        await anna.SignInAsync(Email);
        await anna.GetAsync("/konto");
        var session = await site.WithDbAsync(db => db.Sessions.AsNoTracking().SingleAsync());
        Assert.Equal(session.CreatedAt, session.SeenAt);
        Assert.Equal(AccountSession.UserAgentMaxLength, session.UserAgent.Length);
        Assert.Equal(AccountSession.KeyLength, session.Key.Length);

        var longAgo = session.SeenAt - AccountSession.Coarseness;
        await site.WithDbAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, longAgo)));
        site.ForgetSeenSession(session.Key);
        await anna.GetAsync("/konto");
        Assert.True(await site.WithDbAsync(db => db.Sessions.Select(one => one.SeenAt).SingleAsync()) > longAgo);
    }

    [Fact]
    public async Task A_session_that_nobody_used_for_two_weeks_is_over()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var session = await site.WithDbAsync(db => db.Sessions.AsNoTracking().SingleAsync());
        await site.WithDbAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, session.SeenAt - AccountSession.Life - TimeSpan.FromMinutes(1))));
        site.ForgetSeenSession(session.Key);
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, anna.Last.StatusCode);
        await Browsing.Visitor(site).SignInAsync(Email);
        Assert.NotEqual(session.Key, await site.WithDbAsync(db => db.Sessions.Select(one => one.Key).SingleAsync()));
    }

    [Fact]
    public async Task A_mail_tells_of_a_new_device_but_not_of_a_known_one_nor_the_first()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var (anna, phone) = (Browsing.Visitor(site), Browsing.Visitor(site));
        phone.Client.DefaultRequestHeaders.Add("User-Agent", Phone);
        await anna.SignInAsync(Email);
        await anna.SubmitAsync("/konto/abmelden", "#abmelden", []);
        await anna.SignInAsync(Email);
        await phone.SignInAsync(Email);
        var mails = await new Mailbox(site).WaitAsync(Email);
        Assert.Contains("Firefox auf Android", Assert.Single(mails).TextBody, StringComparison.Ordinal);
        Assert.Equal("/konto/sitzungen", Mailbox.Link(mails[0]));
    }

    [Fact]
    public async Task The_mail_is_in_its_reader_s_language()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        await site.WithDbAsync(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.Language, "en")));
        var (anna, phone) = (Browsing.Visitor(site), Browsing.Visitor(site));
        phone.Client.DefaultRequestHeaders.Add("User-Agent", Phone);
        await anna.SignInAsync(Email);
        await phone.SignInAsync(Email);
        Assert.Contains("Firefox on Android", (await new Mailbox(site).WaitAsync(Email))[0].TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge auf Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari auf iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome auf Linux")]
    [InlineData("<script>alert(1)</script>", "Unbekanntes Gerät")]
    [InlineData("", "Unbekanntes Gerät")]
    public void A_device_is_said_in_words(string userAgent, string words) => Assert.Equal(words, Device.InWords(userAgent));
}
