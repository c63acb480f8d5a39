using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.Levels;

namespace Participation.Tests.Accounts.Levels;

/// <summary>The code of a letter: five tries, its own account, its own time.</summary>
public sealed class LetterCodeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Twenty_guesses_at_the_same_time_use_five_tries_at_most(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var person = await new Given(site).PersonAsync();
        var code = await site.LetterAsync(person);
        var guesses = ReadableCode.Alphabet.Where(letter => letter != code[0]).Take(20).Select(letter => letter + code[1..]).ToList();
        Assert.Equal(20, guesses.Count);

        var answers = await Task.WhenAll(guesses.Select(guess => site.EnterAsync(person, guess)));

        Assert.All(answers, answer => Assert.True(answer is WrongLetterCode or LetterCodeUsedUp, $"{answer}"));
        Assert.Equal(0, await site.WithDbAsync(db => db.LetterRequests.Select(letter => letter.TriesLeft).SingleAsync()));
        // The right one is too late now.
        Assert.IsType<LetterCodeUsedUp>(await site.EnterAsync(person, code));
        Assert.Equal(Verification.Email, await site.LevelAsync(person));
    }

    [Fact]
    public async Task A_right_code_among_too_many_guesses_gets_no_sixth_try()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        var code = await site.LetterAsync(person);
        for (var left = 4; left >= 1; left--) Assert.Equal(new WrongLetterCode(left), await site.EnterAsync(person, GivenLevels.Wrong(code)));
        Assert.IsType<LetterCodeUsedUp>(await site.EnterAsync(person, GivenLevels.Wrong(code)));
        Assert.IsType<LetterCodeUsedUp>(await site.EnterAsync(person, code));
        Assert.IsType<LetterIsUnderway>(await site.AskAsync(person));
    }

    [Fact]
    public async Task The_fifth_try_still_counts()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        var code = await site.LetterAsync(person);
        for (var i = 0; i < 4; i++) await site.EnterAsync(person, GivenLevels.Wrong(code));
        Assert.Null(await site.EnterAsync(person, code));
        Assert.Equal(Verification.VerifiedResident, await site.LevelAsync(person));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_right_code_sent_five_times_at_once_confirms_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var person = await new Given(site).PersonAsync();
        var code = await site.LetterAsync(person);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.EnterAsync(person, code)));
        Assert.All(answers, Assert.Null);
        Assert.Null(await site.EnterAsync(person, code));
        Assert.Equal(1, await site.WithDbAsync(db => db.ResidenceProofs.CountAsync()));
        Assert.Equal(0, await site.WithDbAsync(db => db.LetterRequests.CountAsync()));
        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "residence.confirm")));
    }

    [Fact]
    public async Task Another_persons_code_does_not_fit_and_a_used_one_helps_nobody()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (owner, thief) = (await given.PersonAsync(), await given.PersonAsync());
        var code = await site.LetterAsync(owner);
        Assert.IsType<NoLetterCode>(await site.EnterAsync(thief, code));
        await site.LetterAsync(thief, GivenLevels.Recipient("Erwin", "Dieb"));
        Assert.Equal(new WrongLetterCode(4), await site.EnterAsync(thief, code));
        Assert.Null(await site.EnterAsync(owner, code));
        Assert.Equal(new WrongLetterCode(3), await site.EnterAsync(thief, code));
        Assert.Equal(Verification.Email, await site.LevelAsync(thief));
    }

    [Fact]
    public async Task A_code_lasts_thirty_days_and_the_next_letter_has_to_wait()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(settings: settings => settings["Levels:LetterPauseDays"] = "45", services: services => services.AddSingleton<TimeProvider>(clock));
        var person = await new Given(site).PersonAsync();
        var code = await site.LetterAsync(person);
        var batch = await site.WithDbAsync(db => db.LetterBatches.SingleAsync());
        Assert.IsType<LetterIsUnderway>(await site.AskAsync(person));
        Assert.Null(await site.UseAsync<SendBatch, Refusal?>(send => send.ExecuteAsync(batch.Number, new Actor(batch.MadeBy, Role.Administrator), default)));
        Assert.Equal(new LetterMustWait(45), await site.AskAsync(person));

        // The last day is the 24 December in Ratingen, which ends an hour before the day of UTC does.
        clock.SetUtcNow(new DateTimeOffset(2026, 12, 24, 22, 59, 0, TimeSpan.Zero));
        Assert.Equal(new WrongLetterCode(4), await site.EnterAsync(person, GivenLevels.Wrong(code)));
        clock.SetUtcNow(new DateTimeOffset(2026, 12, 24, 23, 0, 0, TimeSpan.Zero));
        Assert.IsType<LetterCodeExpired>(await site.EnterAsync(person, code));
        Assert.Equal(new LetterMustWait(15), await site.AskAsync(person));
        clock.SetUtcNow(new DateTimeOffset(2027, 1, 8, 9, 0, 0, TimeSpan.Zero));
        Assert.Null(await site.AskAsync(person));
        Assert.IsType<NoLetterCode>(await site.EnterAsync(person, code));
    }

    [Fact]
    public async Task A_letter_asked_for_twice_at_once_is_one_letter()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.AskAsync(person)));
        Assert.Single(answers, answer => answer is null);
        Assert.Equal(5, answers.Count(answer => answer is LetterIsUnderway));
    }

    [Fact]
    public async Task Asking_tells_nothing_about_whether_a_neighbour_is_confirmed()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (neighbour, curious) = (await given.PersonAsync(), await given.PersonAsync());
        Assert.Null(await site.EnterAsync(neighbour, await site.LetterAsync(neighbour)));
        var code = await site.LetterAsync(curious);
        Assert.IsType<ConfirmedElsewhere>(await site.EnterAsync(curious, code));
        Assert.Equal(Verification.Email, await site.LevelAsync(curious));
    }

    [Fact]
    public async Task Letters_leave_the_city_no_more_than_children_get_one()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        Assert.IsType<AddressNotInCity>(await site.AskAsync(person, GivenLevels.Recipient() with { PostalCode = "40210" }));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.IsType<TooYoung>(await site.UseAsync<AskForLetter, Refusal?>(ask => ask.ExecuteAsync(GivenLevels.Recipient(), today.AddYears(-10), person, default)));
        Assert.Equal(0, await site.WithDbAsync(db => db.LetterRequests.CountAsync()));
    }

    [Fact]
    public async Task The_database_tells_neither_address_nor_code_and_nothing_at_all_once_the_letter_is_sent()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        var code = await site.LetterAsync(person);
        var before = await site.WithDbAsync(db => db.LetterRequests.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("Lintorfer", before.Recipient!, StringComparison.Ordinal);
        Assert.DoesNotContain(code, before.Code!, StringComparison.Ordinal);
        Assert.DoesNotContain(code, before.CodeHash!, StringComparison.Ordinal);
        var batch = await site.WithDbAsync(db => db.LetterBatches.SingleAsync());
        Assert.Null(await site.UseAsync<SendBatch, Refusal?>(send => send.ExecuteAsync(batch.Number, new Actor(batch.MadeBy, Role.Administrator), default)));
        var after = await site.WithDbAsync(db => db.LetterRequests.AsNoTracking().SingleAsync());
        Assert.Null(after.Recipient);
        Assert.Null(after.Code);
        Assert.NotNull(after.SentAt);
        Assert.Null(await site.EnterAsync(person, code));
    }
}
