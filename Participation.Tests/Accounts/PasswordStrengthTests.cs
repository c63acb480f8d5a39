using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;
using Participation.Web.Accounts;

namespace Participation.Tests.Accounts;

public sealed class PasswordStrengthTests
{
    [Theory]
    [InlineData("1234567890", "WeakSequence")]
    [InlineData("abcdefghijkl", "WeakSequence")]
    [InlineData("qwertzuiop", "WeakCommon")]
    [InlineData("passwort123", "WeakCommon")]
    [InlineData("passwordpassword", "WeakCommon")]
    [InlineData("p4$$w0rdp4$$w0rd", "WeakCommon")]
    [InlineData("Radlerin Lintorf", "WeakKnown")]
    [InlineData("anna@example.org", "WeakKnown")]
    public void What_is_guessed_first_is_refused_with_a_reason(string password, string reason)
    {
        var problem = PasswordRule.Problem(password, "Radlerin Lintorf", "anna@example.org");
        Assert.Contains(AccountsTexts.ResourceManager.GetString(reason, CultureInfo.CurrentUICulture)!, problem ?? "accepted", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vier Enten im Angerbach")]
    [InlineData("sR2mHkq7vxEXQbe4gZUC")]
    [InlineData("alles klein und ohne ziffern")]
    public void What_is_long_and_unforeseen_is_accepted_without_rules_about_signs(string password) =>
        Assert.Null(PasswordRule.Problem(password, "Radlerin Lintorf", "anna@example.org"));

    [Fact]
    public void However_long_a_password_is_judging_it_takes_no_time()
    {
        PasswordRule.Problem("vier Enten im Angerbach");
        var watch = Stopwatch.StartNew();
        foreach (var unit in (string[])["a1B@", "qwer12/", "4@8({[<", "1l!i|"]) PasswordRule.Problem(string.Concat(Enumerable.Repeat(unit, 200 / unit.Length)), new string('n', 60), new string('m', 240) + "@example.org");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Registering_resetting_and_changing_refuse_a_weak_password_and_change_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        var page = await visitor.RegisterAsync("Anna Angerbach", "anna@example.org", "annaangerbach");
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        Assert.Contains(AccountsTexts.WeakKnown, page.QuerySelector("#Input_Password-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.WithDbAsync(db => db.Users.CountAsync()));

        await SignInTests.AddAsync(site, "anna@example.org");
        await visitor.SubmitAsync("/konto/passwort-vergessen", "#passwort-vergessen", new(StringComparer.Ordinal) { ["Input.Email"] = "anna@example.org" });
        var link = Mailbox.Link((await new Mailbox(site).WaitAsync("anna@example.org"))[0]);
        page = await visitor.SubmitAsync(link, "#passwort-setzen", new(StringComparer.Ordinal) { ["Input.Password"] = "anna@example.org" });
        Assert.NotNull(page.QuerySelector("#Input_Password-error"));

        await visitor.SignInAsync("anna@example.org");
        page = await visitor.SubmitAsync("/konto/passwort", "#passwort", new(StringComparer.Ordinal) { ["Input.Current"] = Steps.Password, ["Input.Wanted"] = "anna@example.org" });
        Assert.NotNull(page.QuerySelector("#Input_Wanted-error"));
        await Browsing.Visitor(site).SignInAsync("anna@example.org");
    }
}
