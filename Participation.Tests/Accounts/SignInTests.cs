using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts;

namespace Participation.Tests.Accounts;

public sealed class SignInTests
{
    private const string Email = "anna@example.org";

    [Fact]
    public async Task Unknown_wrong_and_unconfirmed_are_the_same_page()
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(site, Email);
        await AddAsync(site, "neu@example.org", confirmed: false);
        var visitor = Browsing.Visitor(site);
        var unknown = Text(await visitor.SignInAsync("niemand@example.org"));
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        Assert.Equal(unknown, Text(await visitor.SignInAsync(Email, "ein falsches Passwort")));
        Assert.Equal(unknown, Text(await visitor.SignInAsync("neu@example.org")));
    }

    [Fact]
    public async Task Eight_wrong_tries_lock_the_account_without_saying_so()
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(site, Email);
        var visitor = Browsing.Visitor(site);
        var first = Text(await visitor.SignInAsync(Email, "ein falsches Passwort"));
        for (var i = 0; i < 7; i++) await visitor.SignInAsync(Email, "ein falsches Passwort");
        Assert.Equal(first, Text(await visitor.SignInAsync(Email)));
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);

        await site.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, DateTimeOffset.UnixEpoch)));
        await visitor.SignInAsync(Email);
        Assert.Equal(HttpStatusCode.Redirect, visitor.Last.StatusCode);
    }

    [Fact]
    public async Task The_right_password_frees_all_tries_again()
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(site, Email);
        for (var i = 0; i < 7; i++) await Browsing.Visitor(site).SignInAsync(Email, "ein falsches Passwort");
        await Browsing.Visitor(site).SignInAsync(Email);
        Assert.Equal(0, await site.WithDbAsync(db => db.Users.Select(account => account.AccessFailedCount).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_burst_gets_no_more_than_eight_tries(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var id = await AddAsync(site, Email);
        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => site.UseAsync<SignInAttempts, bool>(attempts => attempts.TakeAsync(id, default))));
        Assert.Equal(8, taken.Count(one => one));
    }

    [Theory]
    [InlineData("/ideen?thema=bildung", "/ideen?thema=bildung")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    public async Task After_signing_in_one_stays_on_the_site(string next, string expected)
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(site, Email);
        var visitor = Browsing.Visitor(site);
        await visitor.SignInAsync(Email, page: $"/konto/anmelden?weiter={Uri.EscapeDataString(next)}");
        Assert.Equal(expected, visitor.Last.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_forged_sign_in_and_sign_out_are_refused()
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(site, Email);
        var visitor = Browsing.Visitor(site);
        await visitor.PostAsync("/konto/anmelden", new(StringComparer.Ordinal) { ["Input.Email"] = Email, ["Input.Password"] = Steps.Password });
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        await visitor.SignInAsync(Email);
        await visitor.PostAsync("/konto/abmelden", []);
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        await visitor.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
    }

    [Fact]
    public async Task The_fields_are_named_for_password_managers()
    {
        await using var site = await TestSite.StartAsync();
        var page = await Browsing.Visitor(site).GetAsync("/konto/anmelden");
        Assert.Equal("username", page.QuerySelector("#Input_Email")!.GetAttribute("autocomplete"));
        Assert.Equal("current-password", page.QuerySelector("#Input_Password")!.GetAttribute("autocomplete"));
    }

    internal static async Task<Guid> AddAsync(TestSite site, string email, Role role = Role.Citizen, bool confirmed = true) =>
        await site.UseAsync<CreatePerson, Guid>(async create => (await create.ExecuteAsync(
            new NewPerson("Name " + email[..email.IndexOf('@', StringComparison.Ordinal)].Replace('.', ' '), email, Steps.Password, "de") { Role = role, IsConfirmed = confirmed }, default)).Value!.Id);

    /// <summary>What the page says, without the address that was typed and the token of the form.</summary>
    private static string Text(IHtmlDocument page)
    {
        foreach (var input in page.QuerySelectorAll("input").ToList()) input.Remove();
        return Regex.Replace(page.QuerySelector("main")!.OuterHtml, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
