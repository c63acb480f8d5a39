using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Accounts.Levels;

namespace Participation.Tests.Accounts.Levels;

/// <summary>One person is confirmed in one account, by whatever way.</summary>
public sealed class ConfirmResidenceTests
{
    private const string Authority = "https://ausweis.example.org";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_second_account_of_one_person_is_refused_across_letter_desk_and_electronic_identity(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, staff) = (new Given(site), await new Given(site).PersonAsync(Role.Moderator));
        var (first, second, third) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync());
        Assert.Null(await site.EnterAsync(first, await site.LetterAsync(first, GivenLevels.Recipient("Jürgen", "Müller"))));

        var desk = ResidenceEvidence.AtDesk(GivenLevels.Traits("JUERGEN", "Mueller"), staff.Person);
        var eid = ResidenceEvidence.ByElectronicIdentity(AssuranceLevel.High, isResident: true, Authority, "p-17", GivenLevels.Traits("Jürgen Karl", "MÜLLER"));
        Assert.IsType<ConfirmedElsewhere>(await site.ConfirmAsync(second, desk));
        Assert.IsType<ConfirmedElsewhere>(await site.ConfirmAsync(third, eid));
        Assert.Equal(
            [Verification.VerifiedResident, Verification.Email, Verification.Email],
            [await site.LevelAsync(first), await site.LevelAsync(second), await site.LevelAsync(third)]);

        // In the own account it is fine, as often as one likes; the pseudonym is known from then on, too.
        Assert.Null(await site.ConfirmAsync(first, eid));
        Assert.Null(await site.ConfirmAsync(first, eid));
        Assert.Equal(2, await site.WithDbAsync(db => db.ResidenceProofs.CountAsync(proof => proof.PersonId == first.Person)));
        Assert.IsType<ConfirmedElsewhere>(await site.ConfirmAsync(second, ResidenceEvidence.ByElectronicIdentity(AssuranceLevel.Substantial, isResident: true, Authority, "p-17")));
        Assert.Null(await site.ConfirmAsync(second, ResidenceEvidence.ByElectronicIdentity(AssuranceLevel.Substantial, isResident: true, "https://other.example.org", "p-17")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_ten_accounts_of_one_person_at_the_same_moment_one_is_confirmed(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, people) = (new Given(site), new List<Actor>());
        for (var i = 0; i < 10; i++) people.Add(await given.PersonAsync());
        var evidence = ResidenceEvidence.ByElectronicIdentity(AssuranceLevel.High, isResident: true, Authority, "p-1", GivenLevels.Traits());

        var answers = await Task.WhenAll(people.Select(person => site.ConfirmAsync(person, evidence)));

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(9, answers.Count(answer => answer is ConfirmedElsewhere));
        Assert.Equal(1, await site.WithDbAsync(db => db.People.CountAsync(person => person.Verification == Verification.VerifiedResident)));
        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "residence.confirm")));
        Assert.Equal(1, await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.ResidenceConfirmed)));
    }

    [Fact]
    public async Task Only_a_well_checked_identity_of_a_resident_who_is_old_enough_counts()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        ResidenceEvidence Evidence(AssuranceLevel assurance, bool isResident = true, string? pseudonym = "p", PersonTraits? traits = null) =>
            ResidenceEvidence.ByElectronicIdentity(assurance, isResident, Authority, pseudonym, traits);
        var child = GivenLevels.Traits() with { BirthDate = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(-14).AddDays(2) };
        (ResidenceEvidence Evidence, Type Refusal)[] refused =
        [
            (Evidence(AssuranceLevel.None), typeof(AssuranceTooLow)), (Evidence(AssuranceLevel.Basic), typeof(AssuranceTooLow)), (Evidence(AssuranceLevel.Low), typeof(AssuranceTooLow)),
            (Evidence(AssuranceLevel.High, isResident: false), typeof(NotAResident)), (Evidence(AssuranceLevel.High, pseudonym: null), typeof(IdentityIsIncomplete)),
            (Evidence(AssuranceLevel.High, traits: child), typeof(TooYoung)), (Evidence(AssuranceLevel.High, traits: GivenLevels.Traits("", "")), typeof(IdentityIsIncomplete)),
        ];
        foreach (var (evidence, type) in refused) Assert.IsType(type, await site.ConfirmAsync(person, evidence));
        Assert.Equal(Verification.Email, await site.LevelAsync(person));
        Assert.Equal(0, await site.WithDbAsync(db => db.ResidenceProofs.CountAsync()));
        Assert.Null(await site.ConfirmAsync(person, Evidence(AssuranceLevel.Substantial)));
        Assert.Equal(Verification.VerifiedResident, await site.LevelAsync(person));
    }

    [Fact]
    public async Task Nothing_readable_is_kept()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        await site.ConfirmAsync(person, ResidenceEvidence.ByElectronicIdentity(AssuranceLevel.High, isResident: true, Authority, "p-geheim", GivenLevels.Traits("Erika", "Seltenername")));
        var files = Directory.GetFiles(site.DataDirectory, "participation.db*");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            var text = await reader.ReadToEndAsync();
            Assert.DoesNotContain("Seltenername", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("p-geheim", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("1990-12-24", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Taking_it_back_lowers_the_level_but_one_person_stays_one_person()
    {
        await using var site = await TestSite.StartAsync();
        var (given, evidence) = (new Given(site), ResidenceEvidence.ByElectronicIdentity(AssuranceLevel.High, isResident: true, Authority, "p-1"));
        var (first, second) = (await given.PersonAsync(), await given.PersonAsync());
        Assert.Null(await site.ConfirmAsync(first, evidence));
        await site.UseAsync<TakeBackResidence, bool>(async back =>
        {
            await back.ExecuteAsync(first, default);
            return true;
        });
        Assert.Equal(Verification.Email, await site.LevelAsync(first));
        Assert.IsType<ConfirmedElsewhere>(await site.ConfirmAsync(second, evidence));
        Assert.Null(await site.ConfirmAsync(first, evidence));
        Assert.Equal(Verification.VerifiedResident, await site.LevelAsync(first));
    }

    [Fact]
    public async Task Erasing_a_persons_data_frees_the_person()
    {
        await using var site = await TestSite.StartAsync();
        var (given, evidence) = (new Given(site), ResidenceEvidence.ByElectronicIdentity(AssuranceLevel.High, isResident: true, Authority, "p-1"));
        var (first, second) = (await given.PersonAsync(), await given.PersonAsync());
        Assert.Null(await site.ConfirmAsync(first, evidence));
        await site.UseAsync<EraseLevelData, bool>(async erase =>
        {
            await erase.PersonAsync(first.Person, default);
            return true;
        });
        Assert.Null(await site.ConfirmAsync(second, evidence));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ten_first_uses_of_the_key_agree_on_one(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var keys = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => site.InScopeAsync(async services =>
        {
            // Each with a memory of its own, as on ten nodes.
            var own = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<Fingerprints>(services, new FingerprintKeyHolder());
            return (await own.OpenAsync(default)).Check;
        })));
        Assert.Single(keys.Distinct());
        Assert.Equal(1, await site.WithDbAsync(db => db.Set<FingerprintKey>().CountAsync()));
    }

    [Fact]
    public async Task Another_key_than_before_is_noticed()
    {
        static string Key() => Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        await using var site = await TestSite.StartAsync(settings: settings => settings["Levels:FingerprintKey"] = Key());
        Assert.NotNull(await site.UseAsync<Fingerprints, KeyedHash>(prints => prints.OpenAsync(default)));
        Assert.Null(await site.WithDbAsync(db => db.Set<FingerprintKey>().Select(key => key.Sealed).SingleAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.InScopeAsync(async services =>
        {
            var changed = Microsoft.Extensions.Options.Options.Create(new LevelsOptions { FingerprintKey = Key() });
            return await Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<Fingerprints>(services, new FingerprintKeyHolder(), changed).OpenAsync(default);
        }));
    }

    [Fact]
    public void A_short_key_does_not_start_the_site()
    {
        Assert.False(new LevelsOptions { FingerprintKey = "kurz" }.HasUsableKey);
        Assert.False(new LevelsOptions { FingerprintKey = Convert.ToBase64String(new byte[31]) }.HasUsableKey);
        Assert.True(new LevelsOptions { FingerprintKey = Convert.ToBase64String(new byte[32]) }.HasUsableKey);
        Assert.True(new LevelsOptions().HasUsableKey);
    }
}
