using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts;

namespace Participation.Tests.Accounts;

public sealed class RegistrationTests
{
    private const string Email = "anna@example.org";

    [Fact]
    public async Task Someone_registers_confirms_signs_in_and_signs_out()
    {
        await using var site = await TestSite.StartAsync();
        var anna = Browsing.Visitor(site);

        await anna.RegisterAsync("Anna vom Angerbach", Email, resident: true);
        Assert.Equal("/konto/registriert", anna.Last.Headers.Location?.ToString());
        await anna.SignInAsync(Email);
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);

        await anna.ConfirmAsync(site, Email);
        Assert.StartsWith("/konto/anmelden", anna.Last.Headers.Location?.ToString());
        await anna.SignInAsync(Email);
        Assert.Equal("/", anna.Last.Headers.Location?.ToString());
        Assert.Contains("Anna vom Angerbach", (await anna.GetAsync("/konto")).QuerySelector("h1")!.TextContent);
        var person = await site.WithDbAsync(db => db.People.AsNoTracking().SingleAsync());
        Assert.Equal((Role.Citizen, Verification.SelfDeclaredResident), (person.Role, person.Verification));

        await anna.GetAsync("/konto/abmelden");
        Assert.Equal(HttpStatusCode.OK, (await anna.Client.GetAsync("/konto")).StatusCode);
        await anna.SubmitAsync("/konto/abmelden", "main #abmelden", []);
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, anna.Last.StatusCode);
        Assert.Contains("/konto/anmelden?weiter=", anna.Last.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Opening_the_link_of_the_mail_confirms_nothing_yet()
    {
        await using var site = await TestSite.StartAsync();
        var anna = Browsing.Visitor(site);
        await anna.RegisterAsync("Anna", Email);
        await anna.GetAsync(Mailbox.Link((await new Mailbox(site).WaitAsync(Email))[0]));
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);
        Assert.Equal(Verification.None, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));
    }

    [Fact]
    public async Task A_made_up_link_confirms_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var anna = Browsing.Visitor(site);
        await anna.RegisterAsync("Anna", Email);
        var link = Mailbox.Link((await new Mailbox(site).WaitAsync(Email))[0]);
        var page = await anna.SubmitAsync(link, "#bestaetigen", new(StringComparer.Ordinal) { ["zeichen"] = "abc" });
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("main a[href='/konto/bestaetigung-senden']"));
        Assert.Equal(Verification.None, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));
    }

    [Fact]
    public async Task Registering_a_known_address_answers_the_same_and_mails_its_owner()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.RegisterAsync("Anna", Email);
        var first = visitor.Last;
        await visitor.RegisterAsync("Jemand anders", Email.ToUpperInvariant(), "ein ganz anderes Passwort");
        Assert.Equal((first.StatusCode, first.Headers.Location), (visitor.Last.StatusCode, visitor.Last.Headers.Location));

        var mails = await new Mailbox(site).WaitAsync(Email, 2);
        Assert.StartsWith("/konto/passwort-zuruecksetzen", Mailbox.Link(mails[1]));
        Assert.Equal(["Anna"], await site.WithDbAsync(db => db.People.Select(person => person.DisplayName).ToListAsync()));
        Assert.Equal(1, await site.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("ANNA VOM BACH")]
    [InlineData("Ａnna  vom Bach")]
    public async Task A_public_name_is_given_once_whatever_its_case_and_width(string other)
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.RegisterAsync("Anna vom Bach", Email);
        var page = await visitor.RegisterAsync(other, "other@example.org");
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#Input_Name-error"));
        Assert.Equal("other@example.org", page.QuerySelector("#Input_Email")!.GetAttribute("value"));
        Assert.Equal(1, await site.WithDbAsync(db => db.People.CountAsync()));
    }

    [Theory]
    [InlineData("A", Email, Steps.Password, "Input_Name")]
    [InlineData("An\u200Bna", Email, Steps.Password, "Input_Name")]
    [InlineData("ﷺﷺﷺﷺ", Email, Steps.Password, "Input_Name")]
    [InlineData("Anna", "anna", Steps.Password, "Input_Email")]
    [InlineData("Anna", "anna@example.org, b@example.org", Steps.Password, "Input_Email")]
    [InlineData("Anna", Email, "kurz", "Input_Password")]
    [InlineData("Anna", Email, "aaaaaaaaaaaa", "Input_Password")]
    [InlineData("Anna", Email, Email, "Input_Password")]
    public async Task What_cannot_be_used_is_said_at_its_field(string name, string email, string password, string field)
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        var page = await visitor.RegisterAsync(name, email, password);
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        Assert.NotNull(page.QuerySelector($"#{field}-error"));
        Assert.NotNull(page.QuerySelector($".error-list a[href='#{field}']"));
        Assert.DoesNotContain(password, page.DocumentElement.OuterHtml.Replace(email, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(await site.WithDbAsync(db => db.People.AnyAsync()));
    }

    [Fact]
    public async Task Nobody_registers_without_the_rules()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        var page = await visitor.SubmitAsync("/konto/registrieren", "#registrieren",
            new(StringComparer.Ordinal) { ["Input.Name"] = "Anna", ["Input.Email"] = Email, ["Input.Password"] = Steps.Password });
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#Input_Terms-error"));
    }

    [Fact]
    public async Task A_forged_form_registers_nobody()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.PostAsync("/konto/registrieren", new(StringComparer.Ordinal)
        {
            ["Input.Name"] = "Anna", ["Input.Email"] = Email, ["Input.Password"] = Steps.Password, ["Input.Terms"] = "true",
        });
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        Assert.False(await site.WithDbAsync(db => db.People.AnyAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Parallel_registrations_with_one_name_or_one_address_make_one_person(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var sameName = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.UseAsync<CreatePerson, bool>(async create =>
            (await create.ExecuteAsync(new NewPerson("Anna", $"anna{i}@example.org", Steps.Password, "de"), default)).Done)));
        var sameAddress = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.UseAsync<CreatePerson, bool>(async create =>
            (await create.ExecuteAsync(new NewPerson($"Berta {i}", "berta@example.org", Steps.Password, "de"), default)).Done)));

        Assert.Single(sameName, done => done);
        Assert.Single(sameAddress, done => done);
        Assert.Equal((2, 2), await site.WithDbAsync(async db => (await db.People.CountAsync(), await db.Users.CountAsync())));
    }

    [Fact]
    public async Task A_mail_is_in_the_language_of_its_person()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync("/sprache/en");
        await visitor.RegisterAsync("Anna", Email);
        Assert.Contains("please confirm", (await new Mailbox(site).WaitAsync(Email))[0].Subject, StringComparison.Ordinal);
        Assert.Equal("en", await site.WithDbAsync(db => db.People.Select(person => person.Language).SingleAsync()));
    }

    [Fact]
    public async Task Links_in_mails_use_the_configured_address()
    {
        await using var site = await TestSite.StartAsync(settings: settings => settings["Site:PublicUrl"] = "https://mitmachen.example");
        await Browsing.Visitor(site).RegisterAsync("Anna", Email);
        Assert.Contains("https://mitmachen.example/konto/bestaetigen?", (await new Mailbox(site).WaitAsync(Email))[0].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_in_production_has_no_account_of_its_own()
    {
        await using var site = await TestSite.StartAsync();
        Assert.False(await site.WithDbAsync(db => db.Users.AnyAsync()));
        Assert.Null((await Browsing.Visitor(site).GetAsync("/konto/anmelden")).QuerySelector(".demo-accounts"));
    }
}
