using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts;

/// <summary>Passkeys over HTTP, with a key in software; the real browser is in the journeys.</summary>
public sealed class PasskeyTests
{
    private const string Email = "anna@example.org";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_passkey_is_added_signs_in_as_two_factors_and_is_removed(string database)
    {
        await using var site = await TestSite.StartAsync(database, settings: settings => settings["Accounts:StaffNeedsSecondFactor"] = "true");
        await SignInTests.AddAsync(site, Email, Role.Moderator);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        using var key = new SoftwareKey();
        await AddAsync(anna, key, "Handy", "/konto/passkeys?weiter=%2Fmoderation");
        Assert.Equal("/moderation", anna.Last.Headers.Location?.ToString());
        await anna.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);

        var phone = Browsing.Visitor(site);
        await SignInAsync(phone, key);
        Assert.Equal("/", phone.Last.Headers.Location?.ToString());
        await phone.GetAsync("/moderation");
        Assert.Equal(HttpStatusCode.OK, phone.Last.StatusCode);

        var page = await phone.GetAsync("/konto/passkeys");
        Assert.Contains("Handy", page.QuerySelector("#passkeys")!.TextContent, StringComparison.Ordinal);
        await phone.SubmitAsync("/konto/passkeys", "#passkeys form", []);
        Assert.Equal("/konto/passkeys", phone.Last.Headers.Location?.ToString());
        Assert.Equal(0, await CountAsync(site));
        await SignInAsync(Browsing.Visitor(site), key);
        var mails = await new Mailbox(site).WaitAsync(Email, 3);
        Assert.Contains(mails, mail => mail.Subject!.Contains("angelegt", StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.Subject!.Contains("entfernt", StringComparison.Ordinal));
    }

    [Theory, InlineData("nobody asked"), InlineData("another challenge"), InlineData("another page"), InlineData("nobody verified"), InlineData("another key"), InlineData("no JSON"), InlineData("twice")]
    public async Task A_forged_answer_signs_nobody_in_and_writes_nothing(string lie)
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        using var key = new SoftwareKey();
        await AddAsync(anna, key, "Handy");
        var before = await StoredAsync(site);
        var sessions = await site.WithDbAsync(db => db.Sessions.CountAsync());

        var thief = Browsing.Visitor(site);
        using var stranger = new SoftwareKey();
        if (lie == "another page") key.Origin = "https://evil.example";
        if (lie == "nobody verified") key.IsPersonVerified = false;
        Func<string, string> answer = lie switch
        {
            "another challenge" => options => key.Get(options, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            "another key" => options => stranger.Get(options),
            "no JSON" => _ => "{ \"id\": 7",
            _ => options => key.Get(options),
        };
        if (lie == "nobody asked")
        {
            var asked = await AskAsync(Browsing.Visitor(site), "/konto/passkeys/frage", "/konto/anmelden");
            await SendAsync(thief, "/konto/anmelden", "[data-passkey-get]", answer(asked));
        }
        else if (lie == "twice")
        {
            var asked = await AskAsync(thief, "/konto/passkeys/frage", "/konto/anmelden");
            var right = answer(asked);
            await SendAsync(thief, "/konto/anmelden", "[data-passkey-get]", right);
            Assert.Equal(HttpStatusCode.Redirect, thief.Last.StatusCode);
            await thief.SubmitAsync("/konto/abmelden", "#abmelden", []);
            (before, sessions) = (await StoredAsync(site), await site.WithDbAsync(db => db.Sessions.CountAsync()));
            await SendAsync(thief, "/konto/anmelden", "[data-passkey-get]", right);
        }
        else
        {
            await SignInAsync(thief, answer);
        }

        Assert.Equal(HttpStatusCode.BadRequest, thief.Last.StatusCode);
        await thief.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, thief.Last.StatusCode);
        Assert.Equal(before, await StoredAsync(site));
        Assert.Equal(sessions, await site.WithDbAsync(db => db.Sessions.CountAsync()));
    }

    [Theory, InlineData("nobody asked"), InlineData("another page"), InlineData("nobody verified"), InlineData("no JSON"), InlineData("somebody else's")]
    public async Task A_forged_passkey_is_not_kept(string lie)
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        await SignInTests.AddAsync(site, "mallory@example.org");
        var (anna, mallory) = (Browsing.Visitor(site), Browsing.Visitor(site));
        await anna.SignInAsync(Email);
        await mallory.SignInAsync("mallory@example.org");
        using var key = new SoftwareKey { IsPersonVerified = lie != "nobody verified", Origin = lie == "another page" ? "https://evil.example" : "https://localhost" };
        var asked = await AskAsync(lie is "nobody asked" or "somebody else's" ? mallory : anna, "/konto/passkeys/neu", "/konto/passkeys");
        if (lie == "somebody else's") await AskAsync(anna, "/konto/passkeys/neu", "/konto/passkeys");
        await SendAsync(anna, "/konto/passkeys", "#passkey-neu", lie == "no JSON" ? "[]" : key.Create(asked), "Falsch");
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        Assert.Equal(0, await CountAsync(site));
    }

    [Fact]
    public async Task Questions_are_answered_to_this_site_s_own_pages_only()
    {
        await using var site = await TestSite.StartAsync();
        using var answer = await Browsing.Visitor(site).Client.PostAsync("/konto/passkeys/frage", null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_question_tells_nothing_about_accounts_and_asks_for_the_person()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        using var key = new SoftwareKey();
        await AddAsync(anna, key, "Handy");
        using var question = System.Text.Json.JsonDocument.Parse(await AskAsync(Browsing.Visitor(site), "/konto/passkeys/frage", "/konto/anmelden"));
        Assert.Equal("required", question.RootElement.GetProperty("userVerification").GetString());
        Assert.Equal("localhost", question.RootElement.GetProperty("rpId").GetString());
        Assert.True(!question.RootElement.TryGetProperty("allowCredentials", out var allowed) || allowed.GetArrayLength() == 0);
    }

    [Fact]
    public async Task A_password_alone_puts_no_second_factor_beside_the_passkey_of_staff()
    {
        await using var site = await TestSite.StartAsync(settings: settings => settings["Accounts:StaffNeedsSecondFactor"] = "true");
        await SignInTests.AddAsync(site, Email, Role.Administrator);
        var chef = Browsing.Visitor(site);
        await chef.SignInAsync(Email);
        using var key = new SoftwareKey();
        await AddAsync(chef, key, "Schlüssel");
        var thief = Browsing.Visitor(site);
        await thief.SignInAsync(Email);
        foreach (var page in (string[])["/konto/zwei-faktoren", "/konto/passkeys"])
        {
            await thief.GetAsync(page);
            Assert.StartsWith("/konto/bestaetigen-sie-sich?weiter=", thief.Last.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        var confirm = await thief.FollowAsync();
        Assert.Null(confirm.QuerySelector("#bestaetigen-sie-sich"));
        await SendAsync(thief, "/konto/bestaetigen-sie-sich?weiter=%2Fmoderation", "[data-passkey-get]", key.Get(await AskAsync(thief, "/konto/passkeys/frage", "/konto/bestaetigen-sie-sich")));
        Assert.Equal("/moderation", thief.Last.Headers.Location?.ToString());
        await thief.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, thief.Last.StatusCode);
    }

    [Fact]
    public async Task Somebody_else_s_passkey_is_not_there_to_be_removed()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        await SignInTests.AddAsync(site, "mallory@example.org");
        var (anna, mallory) = (Browsing.Visitor(site), Browsing.Visitor(site));
        await anna.SignInAsync(Email);
        await mallory.SignInAsync("mallory@example.org");
        using var key = new SoftwareKey();
        using var own = new SoftwareKey();
        await AddAsync(anna, key, "Handy");
        await AddAsync(mallory, own, "Laptop");
        var page = await anna.GetAsync("/konto/passkeys");
        var id = page.QuerySelector("#passkeys input[name='Input.Id']")!.GetAttribute("value")!;
        await mallory.SubmitAsync("/konto/passkeys", "#passkeys form", new(StringComparer.Ordinal) { ["Input.Id"] = id });
        Assert.Equal(HttpStatusCode.NotFound, mallory.Last.StatusCode);
        Assert.Equal(2, await CountAsync(site));
    }

    private static async Task AddAsync(Browsing browsing, SoftwareKey key, string name, string page = "/konto/passkeys") =>
        await SendAsync(browsing, page, "#passkey-neu", key.Create(await AskAsync(browsing, "/konto/passkeys/neu", "/konto/passkeys")), name);

    private static Task SignInAsync(Browsing browsing, SoftwareKey key) => SignInAsync(browsing, options => key.Get(options));

    private static async Task SignInAsync(Browsing browsing, Func<string, string> answer) =>
        await SendAsync(browsing, "/konto/anmelden", "[data-passkey-get]", answer(await AskAsync(browsing, "/konto/passkeys/frage", "/konto/anmelden")));

    /// <summary>Asks as the page's script does.</summary>
    private static async Task<string> AskAsync(Browsing browsing, string question, string page)
    {
        var document = await browsing.GetAsync(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, question);
        request.Headers.Add("X-Antiforgery", document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        using var answer = await browsing.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task<IHtmlDocument> SendAsync(Browsing browsing, string page, string form, string answer, string? name = null)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Passkey"] = answer };
        if (name is not null) values["Input.Name"] = name;
        return browsing.SubmitAsync(page, form, values);
    }

    private static Task<int> CountAsync(TestSite site) => site.WithDbAsync(db => db.UserPasskeys.CountAsync());

    private static Task<string> StoredAsync(TestSite site) =>
        site.WithDbAsync(async db => System.Text.Json.JsonSerializer.Serialize(await db.UserPasskeys.AsNoTracking().Select(passkey => new { passkey.UserId, passkey.Data.Name, passkey.Data.SignCount }).ToListAsync()));
}
