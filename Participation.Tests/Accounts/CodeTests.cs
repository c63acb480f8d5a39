using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;
using Participation.Web.Accounts.Factors;

namespace Participation.Tests.Accounts;

public sealed class CodeTests
{
    private const string Email = "anna@example.org";

    /// <summary>RFC 6238, appendix B, cut to six digits.</summary>
    [Theory, InlineData(59, "287082"), InlineData(1111111109, "081804"), InlineData(1234567890, "005924"), InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_code_counts_one_step_early_and_late_and_no_longer()
    {
        var (secret, now) = (Totp.NewSecret(), DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        Assert.Equal(32, secret.Length);
        foreach (var step in (long[])[-1, 0, 1]) Assert.Equal(Totp.StepAt(now) + step, Totp.StepOf(secret, Totp.CodeAt(secret, Totp.StepAt(now) + step), now));
        Assert.Null(Totp.StepOf(secret, Totp.CodeAt(secret, Totp.StepAt(now) - 2), now));
        Assert.Null(Totp.StepOf(secret, "", now));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task With_codes_on_a_password_alone_signs_nobody_in_and_each_code_works_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var (app, recovery) = await AppCodes.SetUpAsync(anna);
        Assert.Equal(RecoveryCode.Count, recovery.Distinct(StringComparer.Ordinal).Count());
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);

        var phone = Browsing.Visitor(site);
        await phone.SignInAsync(Email, page: "/konto/anmelden?weiter=%2Fideen");
        Assert.Equal("/konto/anmelden/code?weiter=%2Fideen", phone.Last.Headers.Location?.ToString());
        await phone.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, phone.Last.StatusCode);
        await AppCodes.EnterAsync(phone, app.Wrong());
        Assert.Equal(HttpStatusCode.BadRequest, phone.Last.StatusCode);
        var code = app.Next();
        await phone.SubmitAsync("/konto/anmelden/code?weiter=%2Fideen", "#code", new(StringComparer.Ordinal) { ["Input.Code"] = $" {code[..3]} {code[3..]} " });
        Assert.Equal("/ideen", phone.Last.Headers.Location?.ToString());
        await phone.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, phone.Last.StatusCode);

        var thief = Browsing.Visitor(site);
        await thief.SignInAsync(Email);
        await AppCodes.EnterAsync(thief, code);
        Assert.Equal(HttpStatusCode.BadRequest, thief.Last.StatusCode);
        await thief.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, thief.Last.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_recovery_code_works_once_and_is_stored_as_a_hash_only(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var (_, recovery) = await AppCodes.SetUpAsync(anna);
        var stored = await site.WithDbAsync(db => db.RecoveryCodes.Select(code => code.Hash).ToListAsync());
        Assert.Equal(RecoveryCode.Count, stored.Count);
        Assert.DoesNotContain(stored, hash => recovery.Any(code => hash.Contains(code, StringComparison.Ordinal)));

        foreach (var expected in (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.BadRequest])
        {
            var phone = Browsing.Visitor(site);
            await phone.SignInAsync(Email);
            await AppCodes.EnterAsync(phone, recovery[3].ToUpperInvariant());
            Assert.Equal(expected, phone.Last.StatusCode);
        }

        Assert.Equal(RecoveryCode.Count - 1, await site.WithDbAsync(db => db.RecoveryCodes.CountAsync()));
    }

    [Fact]
    public async Task The_password_again_brings_no_new_guesses_at_the_code()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var (app, _) = await AppCodes.SetUpAsync(anna);
        var thief = Browsing.Visitor(site);
        for (var i = 0; i < 4; i++)
        {
            await thief.SignInAsync(Email);
            await AppCodes.EnterAsync(thief, app.Wrong());
        }

        // Eight tries are used up, four by passwords: locked, whatever comes now, and gently; a right code is not even looked at and stays good.
        var right = app.Next();
        await AppCodes.EnterAsync(thief, right);
        Assert.Equal(HttpStatusCode.BadRequest, thief.Last.StatusCode);
        await thief.SignInAsync(Email);
        Assert.Equal(HttpStatusCode.BadRequest, thief.Last.StatusCode);
        await site.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, DateTimeOffset.UnixEpoch)));
        await anna.SignInAsync(Email);
        await AppCodes.EnterAsync(anna, right);
        Assert.Equal(HttpStatusCode.Redirect, anna.Last.StatusCode);
        Assert.Equal(0, await site.WithDbAsync(db => db.Users.Select(account => account.AccessFailedCount).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_requests_with_one_code_get_one_yes(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var (app, _) = await AppCodes.SetUpAsync(anna);
        var code = app.Next();
        var account = await site.WithDbAsync(db => db.Users.AsNoTracking().SingleAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => site.UseAsync<CodeCheck, bool>(check => check.UseAsync(account, code, default))));
        Assert.Single(answers, answer => answer);
    }

    [Fact]
    public async Task A_wrong_first_code_switches_nothing_on_and_keeps_the_secret()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var before = await anna.GetAsync("/konto/zwei-faktoren");
        var secret = before.QuerySelector("#geheimnis")!.TextContent;
        var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)before.QuerySelector("#einrichten")!);
        fields["Input.Code"] = new AppCodes(secret.Replace(" ", "", StringComparison.Ordinal)).Wrong();
        var after = await anna.PostAsync("/konto/zwei-faktoren", fields);
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        Assert.Equal(secret, after.QuerySelector("#geheimnis")!.TextContent);
        Assert.NotNull(after.QuerySelector("#Input_Code-error"));
        fields["Input.Offer"] = "gefälscht";
        fields["Input.Code"] = "123456";
        await anna.PostAsync("/konto/zwei-faktoren", fields);
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        Assert.False(await site.WithDbAsync(db => db.Users.Select(account => account.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task The_secret_of_one_account_is_no_offer_to_another()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, bert) = (await SignInTests.AddAsync(site, Email), await SignInTests.AddAsync(site, "bert@example.org"));
        var offered = await site.UseAsync<CodeSecrets, string>(secrets => Task.FromResult(secrets.Offer(anna, Totp.NewSecret())));
        Assert.NotNull(await site.UseAsync<CodeSecrets, string?>(secrets => Task.FromResult(secrets.Accept(anna, offered))));
        Assert.Null(await site.UseAsync<CodeSecrets, string?>(secrets => Task.FromResult(secrets.Accept(bert, offered))));
    }

    [Fact]
    public async Task Codes_are_switched_off_and_recovery_codes_renewed()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var (_, recovery) = await AppCodes.SetUpAsync(anna);
        var page = await anna.SubmitAsync("/konto/zwei-faktoren", "#neue-codes", []);
        Assert.Empty(recovery.Intersect(page.QuerySelectorAll("#ersatzcodes code").Select(code => code.TextContent)));
        Assert.Equal(RecoveryCode.Count, await site.WithDbAsync(db => db.RecoveryCodes.CountAsync()));

        await anna.SubmitAsync("/konto/zwei-faktoren", "#ausschalten", []);
        Assert.Equal("/konto/zwei-faktoren", anna.Last.Headers.Location?.ToString());
        Assert.Equal(0, await site.WithDbAsync(db => db.RecoveryCodes.CountAsync()));
        Assert.Null(await site.WithDbAsync(db => db.Users.Select(account => account.CodeSecret).SingleAsync()));
        var phone = Browsing.Visitor(site);
        await phone.SignInAsync(Email);
        Assert.Equal("/", phone.Last.Headers.Location?.ToString());
        var mails = await new Mailbox(site).WaitAsync(Email, 3);
        Assert.Contains(mails, mail => mail.Subject!.Contains("eingeschaltet", StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.Subject!.Contains("ausgeschaltet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Setting_up_ends_the_sessions_that_were_begun_without_a_code()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var (anna, thief) = (Browsing.Visitor(site), Browsing.Visitor(site));
        await anna.SignInAsync(Email);
        await thief.SignInAsync(Email);
        await AppCodes.SetUpAsync(anna);
        await thief.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, thief.Last.StatusCode);
    }

    [Fact]
    public async Task The_page_for_codes_leads_back_when_no_password_came_before()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync("/konto/anmelden/code?weiter=%2Fideen");
        Assert.Equal("/konto/anmelden?weiter=%2Fideen", visitor.Last.Headers.Location?.ToString());
    }
}
