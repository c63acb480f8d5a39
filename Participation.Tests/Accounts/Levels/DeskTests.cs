using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts.Levels;

/// <summary>The office desk: a code of some minutes, a document, a member of staff.</summary>
public sealed class DeskTests
{
    private const string Desk = "/verwaltung/bestaetigen";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Staff_confirms_whoever_shows_a_code_and_a_document_without_learning_the_public_name(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (citizen, staff) = (await given.PersonAsync(name: "Kletterrose"), await given.PersonAsync(Role.Moderator));
        var (person, office) = (await Browsing.AsAsync(site, citizen), await Browsing.AsAsync(site, staff));
        var page = await office.SubmitAsync(Desk, "#bestaetigen", Fields(await ShowAsync(person)));
        Assert.Equal(Desk, office.Last.Headers.Location?.ToString());
        Assert.DoesNotContain("Kletterrose", page.DocumentElement.TextContent + (await office.GetAsync(Desk)).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(Verification.VerifiedResident, await site.LevelAsync(citizen));

        var entry = await site.WithDbAsync(db => db.AuditEntries.SingleAsync(one => one.Action == "residence.confirm"));
        Assert.Equal((staff.Person, citizen.Person.Value, "Desk"), (entry.ActorId, entry.SubjectId, entry.Detail));
        var proof = await site.WithDbAsync(db => db.ResidenceProofs.SingleAsync());
        Assert.Equal((ResidenceMethod.Desk, staff.Person), (proof.Method, proof.ConfirmedBy));
        Assert.Contains("im Bürgerbüro", (await new Mailbox(site).WaitAsync($"{citizen.Person.Value:N}@example.org"))[^1].TextBody!, StringComparison.Ordinal);
        Assert.Equal(0, await site.WithDbAsync(db => db.DeskCodes.CountAsync()));
    }

    [Fact]
    public async Task The_same_person_at_the_desk_with_a_second_account_is_refused_with_what_to_do()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var office = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        var (first, second) = (await given.PersonAsync(), await given.PersonAsync());
        await office.SubmitAsync(Desk, "#bestaetigen", Fields(await ShowAsync(await Browsing.AsAsync(site, first))));
        var page = await office.SubmitAsync(Desk, "#bestaetigen", Fields(await ShowAsync(await Browsing.AsAsync(site, second))));
        Assert.Equal(HttpStatusCode.Forbidden, office.Last.StatusCode);
        Assert.Contains("Melden Sie sich mit dem anderen Konto an", page.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mustermann", page.QuerySelector("[name='Input.FamilyName']")?.GetAttribute("value"));
        Assert.Equal(Verification.Email, await site.LevelAsync(second));

        // Two people of one name and birth date exist; staff says so on its own responsibility, which is logged.
        var fields = Fields(await ShowAsync(await Browsing.AsAsync(site, second)));
        fields["Input.Namesake"] = "true";
        Assert.NotNull(page.QuerySelector("#Input_Namesake"));
        Assert.Null((await office.GetAsync(Desk)).QuerySelector("#Input_Namesake"));
        await office.SubmitAsync(Desk, "#bestaetigen", fields);
        Assert.Equal(Desk, office.Last.Headers.Location?.ToString());
        Assert.Equal(Verification.VerifiedResident, await site.LevelAsync(second));
        Assert.Equal(["Desk", "Desk, namesake"], await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action == "residence.confirm").OrderBy(entry => entry.Id).Select(entry => entry.Detail!).ToListAsync()));
    }

    [Fact]
    public async Task Staff_cannot_confirm_itself()
    {
        await using var site = await TestSite.StartAsync();
        var staff = await new Given(site).PersonAsync(Role.Administrator);
        var office = await Browsing.AsAsync(site, staff);
        await office.SubmitAsync(Desk, "#bestaetigen", Fields(await ShowAsync(office)));
        Assert.Equal(HttpStatusCode.Forbidden, office.Last.StatusCode);
        Assert.Equal(Verification.Email, await site.LevelAsync(staff));
    }

    [Fact]
    public async Task A_code_is_known_for_some_minutes_and_replaced_by_the_next()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        var (citizen, staff) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var (person, office) = (await Browsing.AsAsync(site, citizen), await Browsing.AsAsync(site, staff));
        var (old, next) = (await ShowAsync(person), await ShowAsync(person));
        Assert.NotEqual(old, next);
        await RefusedAsync(old);
        clock.Advance(TimeSpan.FromMinutes(15));
        await RefusedAsync(next);
        Assert.Null((await person.GetAsync("/konto/wohnsitz")).QuerySelector("[data-desk-code]"));
        Assert.Equal(Verification.Email, await site.LevelAsync(citizen));

        async Task RefusedAsync(string code)
        {
            var page = await office.SubmitAsync(Desk, "#bestaetigen", Fields(code));
            Assert.Equal(HttpStatusCode.BadRequest, office.Last.StatusCode);
            Assert.NotNull(page.QuerySelector("#fehler a[href='#Input_Code']"));
        }
    }

    [Fact]
    public async Task A_document_that_nobody_looked_at_and_a_child_confirm_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var citizen = await given.PersonAsync();
        var (person, office) = (await Browsing.AsAsync(site, citizen), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        var code = await ShowAsync(person);
        var unseen = Fields(code);
        unseen.Remove("Input.Seen");
        Assert.NotNull((await office.SubmitAsync(Desk, "#bestaetigen", unseen)).QuerySelector("#fehler a[href='#Input_Seen']"));
        var child = Fields(code);
        child["Input.BirthDate"] = TimeProvider.System.GetUtcNow().AddYears(-10).ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("14 Jahre", (await office.SubmitAsync(Desk, "#bestaetigen", child)).QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Verification.Email, await site.LevelAsync(citizen));
    }

    private static async Task<string> ShowAsync(Browsing person)
    {
        await person.SubmitAsync("/konto/wohnsitz", "#schaltercode", []);
        var shown = await person.GetAsync("/konto/wohnsitz");
        return shown.QuerySelector("[data-desk-code]")!.LastChild!.TextContent.Trim();
    }

    private static Dictionary<string, string> Fields(string code) => new(StringComparer.Ordinal)
    {
        ["Input.Code"] = code, ["Input.GivenNames"] = "Erika", ["Input.FamilyName"] = "Mustermann", ["Input.BirthDate"] = "24.12.1990", ["Input.Seen"] = "true",
    };
}
