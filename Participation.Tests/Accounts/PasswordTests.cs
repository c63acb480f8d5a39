using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts;

namespace Participation.Tests.Accounts;

public sealed class PasswordTests
{
    private const string Email = "anna@example.org";
    private const string Fresh = "fünf Gänse am Blauen See";

    [Fact]
    public async Task A_forgotten_password_is_set_anew_once_and_ends_other_sessions()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email, confirmed: false);
        var visitor = Browsing.Visitor(site);
        var stamp = await StampAsync(site);
        await AskAsync(visitor, Email);
        var link = Mailbox.Link((await new Mailbox(site).WaitAsync(Email))[0]);

        await SetAsync(visitor, link, Fresh);
        Assert.Equal("/konto/anmelden", visitor.Last.Headers.Location?.ToString());
        Assert.NotEqual(stamp, await StampAsync(site));
        await visitor.SignInAsync(Email);
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        await visitor.SignInAsync(Email, Fresh);
        Assert.Equal(HttpStatusCode.Redirect, visitor.Last.StatusCode);
        Assert.Equal(Verification.Email, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));

        await SetAsync(Browsing.Visitor(site), link, "noch ein anderes Passwort");
        await Browsing.Visitor(site).SignInAsync(Email, Fresh);
        Assert.True(await site.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<Account>>();
            return await users.CheckPasswordAsync((await users.FindByEmailAsync(Email))!, Fresh);
        }));
    }

    [Fact]
    public async Task Asking_for_an_unknown_address_looks_the_same_and_sends_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var visitor = Browsing.Visitor(site);
        await AskAsync(visitor, "niemand@example.org");
        var unknown = (visitor.Last.StatusCode, visitor.Last.Headers.Location, visitor.Last.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("hinweis", StringComparison.Ordinal)));
        await AskAsync(visitor, Email);
        Assert.Equal(unknown, (visitor.Last.StatusCode, visitor.Last.Headers.Location, visitor.Last.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("hinweis", StringComparison.Ordinal))));
        await new Mailbox(site).WaitAsync(Email);
        Assert.Single(new Mailbox(site).All());
    }

    [Fact]
    public async Task A_lost_confirmation_mail_is_sent_again_but_only_until_it_is_confirmed()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email, confirmed: false);
        var visitor = Browsing.Visitor(site);
        await AgainAsync(visitor);
        await visitor.ConfirmAsync(site, Email);
        await AgainAsync(visitor);
        await AskAsync(visitor, Email);
        var mails = await new Mailbox(site).WaitAsync(Email, 2);
        Assert.StartsWith("/konto/passwort-zuruecksetzen", Mailbox.Link(mails[1]));
    }

    [Fact]
    public async Task A_signed_in_person_changes_the_password_with_the_old_one()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var page = await ChangeAsync(anna, "falsch geraten");
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#Input_Current-error"));
        await ChangeAsync(anna, Steps.Password);
        Assert.Equal("/konto", anna.Last.Headers.Location?.ToString());
        await anna.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);
        await Browsing.Visitor(site).SignInAsync(Email, Fresh);
    }

    [Fact]
    public async Task The_language_of_mails_is_kept()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        await anna.SubmitAsync("/konto", "#sprache", new(StringComparer.Ordinal) { ["Input.Language"] = "en" });
        Assert.Equal("en", await site.WithDbAsync(db => db.People.Select(person => person.Language).SingleAsync()));
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> AskAsync(Browsing browsing, string email) =>
        browsing.SubmitAsync("/konto/passwort-vergessen", "#passwort-vergessen", new(StringComparer.Ordinal) { ["Input.Email"] = email });

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> AgainAsync(Browsing browsing) =>
        browsing.SubmitAsync("/konto/bestaetigung-senden", "#bestaetigung-senden", new(StringComparer.Ordinal) { ["Input.Email"] = Email });

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> SetAsync(Browsing browsing, string link, string password) =>
        browsing.SubmitAsync(link, "#passwort-setzen", new(StringComparer.Ordinal) { ["Input.Password"] = password });

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> ChangeAsync(Browsing browsing, string current) =>
        browsing.SubmitAsync("/konto/passwort", "#passwort", new(StringComparer.Ordinal) { ["Input.Current"] = current, ["Input.Wanted"] = Fresh });

    private static Task<string?> StampAsync(TestSite site) => site.WithDbAsync(db => db.Users.Select(account => account.SecurityStamp).SingleAsync());
}
