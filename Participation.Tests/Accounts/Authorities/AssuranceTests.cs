using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Accounts.Levels;
using Participation.Tests.Support;
using Participation.Tests.Support.Authority;
using Participation.Web.Accounts.Authorities;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>How sure the authority is of someone: by a table, never more than it said, and with the residence only.</summary>
public sealed class AssuranceTests(AuthorityFixture there) : IClassFixture<AuthorityFixture>
{
    private static readonly Claimant Anna = new("anna-1") { Email = "anna@example.org", IsVerified = true };

    [Theory]
    [InlineData("", "40878", AssuranceLevel.None, Verification.Email, null)]
    [InlineData("stufe9", "40878", AssuranceLevel.None, Verification.Email, null)]
    [InlineData("STUFE3", "40878", AssuranceLevel.None, Verification.Email, null)]
    [InlineData("stufe1", "40878", AssuranceLevel.Basic, Verification.Email, "basic")]
    [InlineData("stufe2", "40878", AssuranceLevel.Low, Verification.Email, "low")]
    [InlineData("stufe3", "40878", AssuranceLevel.Substantial, Verification.VerifiedResident, "substantial")]
    [InlineData("stufe4", "40880", AssuranceLevel.High, Verification.VerifiedResident, "high")]
    [InlineData("stufe4", "10115", AssuranceLevel.High, Verification.Email, "high")]
    [InlineData("stufe4", "", AssuranceLevel.High, Verification.Email, "high")]
    public async Task The_table_says_what_an_answer_is_worth(string answer, string postalCode, AssuranceLevel level, Verification verification, string? acr)
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        await anna.JoinAsync(Anna with { Level = answer, PostalCode = postalCode }, "Anna A.");
        var cookie = SessionClaimsTests.Cookie(site, anna.Here);
        Assert.Equal(acr, cookie.FindFirst("acr")?.Value);
        Assert.Equal(["ext"], cookie.FindAll("amr").Select(claim => claim.Value));
        Assert.Equal(verification, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));
        var identity = await site.WithDbAsync(db => db.Identities.AsNoTracking().SingleAsync());
        Assert.Equal((level, postalCode is "40878" or "40880"), (identity.Level, identity.ResidesHere));
    }

    [Fact]
    public async Task Without_a_claim_about_the_residence_nobody_becomes_a_confirmed_resident()
    {
        await using var site = await there.SiteAsync(settings: settings =>
        {
            foreach (var key in (string[])["ResidenceClaim", "ResidenceValues:0", "ResidenceValues:1"]) settings.Remove(AuthorityFixture.Key(key));
        });
        await new Traveller(site, there.Server).JoinAsync(Anna with { Level = "stufe4", PostalCode = "40878" }, "Anna A.");
        Assert.Equal(Verification.Email, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));
    }

    [Fact]
    public async Task An_authority_of_residents_only_needs_none()
    {
        await using var site = await there.SiteAsync(settings: settings => settings[AuthorityFixture.Key("EveryoneResides")] = "true");
        await new Traveller(site, there.Server).JoinAsync(Anna with { Level = "stufe3" }, "Anna A.");
        Assert.Equal(Verification.VerifiedResident, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));
    }

    [Fact]
    public async Task A_lower_answer_than_asked_for_counts_as_what_it_is_and_says_that_it_is_not_enough()
    {
        await using var site = await there.SiteAsync(settings: settings => (settings[AuthorityFixture.Key("AcrValues:0")], settings[AuthorityFixture.Key("AcrValues:1")]) = ("stufe4", "stufe3"));
        var anna = new Traveller(site, there.Server);
        await anna.GoAsync();
        Assert.Equal("stufe4 stufe3", Browsing.Fields(anna.Form!)["acr_values"]);
        await anna.JoinAsync(Anna with { Level = "stufe1", PostalCode = "40878" }, "Anna A.");
        var page = await anna.Here.FollowAsync();
        Assert.Contains("„Basisregistrierung“", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Verification.Email, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));

        var again = new Traveller(site, there.Server);
        await again.TravelAsync(Anna with { Level = "stufe3", PostalCode = "40878" });
        Assert.DoesNotContain("substantiell", (await again.Here.FollowAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Verification.VerifiedResident, await site.WithDbAsync(db => db.People.Select(person => person.Verification).SingleAsync()));
    }

    [Fact]
    public async Task A_lower_answer_later_takes_nothing_back_but_counts_for_that_session()
    {
        await using var site = await there.SiteAsync();
        await new Traveller(site, there.Server).JoinAsync(Anna with { Level = "stufe3", PostalCode = "40878" }, "Anna A.");
        var again = new Traveller(site, there.Server);
        await again.TravelAsync(Anna with { Level = "stufe1" });
        Assert.Equal("basic", SessionClaimsTests.Cookie(site, again.Here).FindFirst("acr")?.Value);
        Assert.Equal((AssuranceLevel.Substantial, true), await site.WithDbAsync(async db => await db.Identities.Select(one => new ValueTuple<AssuranceLevel, bool>(one.Level, one.ResidesHere)).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_person_is_confirmed_once_whichever_way_they_come_and_reads_why_not_twice(string database)
    {
        await using var site = await there.SiteAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var byLetter = await given.PersonAsync();
        Assert.Null(await site.EnterAsync(byLetter, await site.LetterAsync(byLetter, GivenLevels.Recipient("Erika", "Mustermann"))));
        var erika = Anna with { Level = "stufe4", PostalCode = "40878", GivenNames = "ERIKA MARIA", FamilyName = "MUSTERMANN", BirthDate = "1990-12-24" };
        var again = new Traveller(site, there.Server);
        await again.JoinAsync(erika, "Erika zum Zweiten");
        Assert.Contains("in einem anderen Konto bestätigt", (await again.Here.FollowAsync()).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Verification.Email, await LevelAsync(site, "Erika zum Zweiten"));

        var child = new Traveller(site, there.Server);
        await child.JoinAsync(erika with { Subject = "kind", Email = "kind@example.org", GivenNames = "Karl", BirthDate = "2020-05-01" }, "Karl der Kleine");
        Assert.Equal(Verification.Email, await LevelAsync(site, "Karl der Kleine"));

        var other = new Traveller(site, there.Server);
        await other.JoinAsync(erika with { Subject = "ohne", Email = "ohne@example.org", GivenNames = "", BirthDate = "irgendwann" }, "Ohne Namen");
        Assert.Equal(Verification.VerifiedResident, await LevelAsync(site, "Ohne Namen"));
    }

    [Fact]
    public async Task What_was_taken_back_does_not_come_back_by_merely_signing_in()
    {
        await using var site = await there.SiteAsync();
        var anna = new Traveller(site, there.Server);
        var resident = Anna with { Level = "stufe4", PostalCode = "40878" };
        await anna.JoinAsync(resident, "Anna A.");
        await anna.Here.SubmitAsync("/konto/wohnsitz", "#zuruecknehmen", []);
        Assert.Equal(Verification.Email, await LevelAsync(site, "Anna A."));
        await new Traveller(site, there.Server).TravelAsync(resident);
        Assert.Equal(Verification.Email, await LevelAsync(site, "Anna A."));
    }

    private static Task<Verification> LevelAsync(TestSite site, string name) => site.WithDbAsync(db => db.People.Where(person => person.DisplayName == name).Select(person => person.Verification).SingleAsync());

    [Fact]
    public async Task What_is_kept_holds_neither_subject_nor_address()
    {
        await using var site = await there.SiteAsync();
        await new Traveller(site, there.Server).JoinAsync(Anna with { Subject = "bPK2-sehr-geheim", Level = "stufe4", PostalCode = "40878" }, "Anna A.");
        var kept = await site.WithDbAsync(async db => (await db.Identities.AsNoTracking().SingleAsync(), await db.AuthoritySessions.AsNoTracking().SingleAsync()));
        var text = System.Text.Json.JsonSerializer.Serialize(kept.Item1) + System.Text.Json.JsonSerializer.Serialize(kept.Item2);
        Assert.DoesNotContain("geheim", text, StringComparison.Ordinal);
        Assert.DoesNotContain("40878", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "stufe3", "stufe1" }, AssuranceLevel.Basic)]
    [InlineData(new[] { "stufe3", "unbekannt" }, AssuranceLevel.None)]
    [InlineData(new string[0], AssuranceLevel.None)]
    public void Of_contradictory_answers_the_lowest_counts(string[] answers, AssuranceLevel level) => Assert.Equal(level, LevelTable.Of(Table, answers));

    private static AuthorityOptions Table => new() { Levels = { ["basis"] = ["stufe1"], ["substantiell"] = ["stufe3"] } };
}
