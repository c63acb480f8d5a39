using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Tests.Support;
using Participation.Web.Accounts.Levels;

namespace Participation.Tests.Accounts.Levels;

/// <summary>What is over is erased, by an hourly service that may run as often as it likes.</summary>
public sealed class LevelRetentionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Old_codes_letters_and_addresses_are_erased_and_young_ones_stay(string database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        var (unsent, waiting, young) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync());
        await site.LetterAsync(unsent);
        Assert.Null(await site.AskAsync(waiting, GivenLevels.Recipient("Waiting")));
        Assert.Null(await site.UseAsync<ShowDeskCode, Refusal?>(show => show.ExecuteAsync(waiting, default)));
        await EraseAsync();
        Assert.Equal((2, 1), await CountAsync());

        clock.SetUtcNow(new DateTimeOffset(2026, 7, 20, 9, 0, 0, TimeSpan.Zero));
        Assert.Null(await site.AskAsync(young, GivenLevels.Recipient("Young")));
        await EraseAsync();
        // The printed letter's code is over, the waiting one is 49 days old.
        Assert.Equal((2, 0), await CountAsync());

        clock.SetUtcNow(new DateTimeOffset(2026, 7, 31, 9, 0, 1, TimeSpan.Zero));
        await EraseAsync();
        await EraseAsync();
        Assert.Equal([young.Person], await site.WithDbAsync(db => db.LetterRequests.Select(letter => letter.PersonId).ToListAsync()));
        Assert.NotNull(await site.WithDbAsync(db => db.LetterBatches.Select(batch => batch.SentAt).SingleAsync()));

        async Task EraseAsync() => await site.UseAsync<EraseLevelData, bool>(async erase =>
        {
            await erase.ExpiredAsync(default);
            return true;
        });
        Task<(int, int)> CountAsync() => site.WithDbAsync(async db => (await db.LetterRequests.CountAsync(), await db.DeskCodes.CountAsync()));
    }

    [Fact]
    public async Task The_service_erases_by_itself()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        Assert.Null(await site.UseAsync<ShowDeskCode, Refusal?>(async show => await show.ExecuteAsync(await new Given(site).PersonAsync(), default)));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await site.WithDbAsync(db => db.DeskCodes.AnyAsync(CancellationToken.None)))
        {
            clock.Advance(TimeSpan.FromHours(1));
            Assert.True(await tick.WaitForNextTickAsync(patience.Token));
        }
    }

    [Fact]
    public async Task An_address_of_a_batch_that_nobody_marked_is_erased_after_sixty_days()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(
            settings: settings => settings["Levels:LetterValidDays"] = "90", services: services => services.AddSingleton<TimeProvider>(clock));
        var person = await new Given(site).PersonAsync();
        var code = await site.LetterAsync(person);
        clock.SetUtcNow(new DateTimeOffset(2026, 7, 31, 9, 0, 1, TimeSpan.Zero));
        await site.UseAsync<EraseLevelData, bool>(async erase =>
        {
            await erase.ExpiredAsync(default);
            return true;
        });
        Assert.Equal(0, await site.WithDbAsync(db => db.LetterRequests.CountAsync(letter => letter.Recipient != null || letter.Code != null)));
        Assert.Null(await site.EnterAsync(person, code));
    }
}
