using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Accounts;
using Participation.Web.Accounts.OwnData.Retention;
using Participation.Web.Accounts.Sessions;

namespace Participation.Tests.Accounts.OwnData;

/// <summary>What has had its time is deleted, what has not stays.</summary>
public sealed class TidyUpTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_old_goes_and_the_new_stays(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var anna = await new Given(site).PersonAsync();
        await Browsing.AsAsync(site, anna);
        var process = await new Given(site).ProcessAsync();
        var organisation = await site.OrganisationAsync();
        await SignInTests.AddAsync(site, "alt@example.org", confirmed: false);
        await SignInTests.AddAsync(site, "neu@example.org", confirmed: false);
        await site.WithDbAsync(async db =>
        {
            var old = await db.Users.Where(account => account.Email == "alt@example.org").Select(account => account.PersonId).SingleAsync();
            var past = Now.AddDays(-31);
            await db.People.Where(person => person.Id == old).ExecuteUpdateAsync(set => set.SetProperty(person => person.JoinedAt, past));
            var account = await db.Users.Where(user => user.PersonId == anna.Person).Select(user => user.Id).SingleAsync();
            foreach (var (days, name) in new[] { (15, "alt"), (13, "neu") }) db.Sessions.Add(AccountSession.Open(name, account, "", Now.AddDays(-days)));
            foreach (var (days, name) in new[] { (14 + 31, "alt"), (14 + 29, "neu") }) db.Invitations.Add(Invitation.Send(organisation.Id, $"{name}@example.org", MembershipRole.Editor, name, Now.AddDays(-days)));
            foreach (var (days, name) in new[] { (366, "alt"), (364, "neu") })
                db.Ideas.Add(Idea.Draft(IdeaId.New(Now), process.Id, anna.Person, null, A.IdeaText($"Entwurf {name}", topic: null), name, Now.AddDays(-days)));
            foreach (var (days, name) in new[] { (731, "alt"), (729, "neu"), (200, "gelesen-alt"), (201, "gelesen-neu") })
                db.Notifications.Add(Notification.Tell(anna.Person, NotificationKind.IdeaPublished, 1, null, "Titel", null, name, Now.AddDays(-days)));
            foreach (var (days, key) in new[] { (61, "article:alt"), (59, "article:neu") })
            {
                var form = KeptForm.Of(anna.Person, key);
                form.Keep("{}", 0, Now.AddDays(-days));
                db.KeptForms.Add(form);
            }

            db.Add(NameReservation.Of("ALT", Now.AddMinutes(-1)));
            db.Add(NameReservation.Of("NEU", Now.AddMinutes(10)));
            await db.SaveChangesAsync();
            foreach (var (days, key) in new[] { (181, "gelesen-alt"), (179, "gelesen-neu") })
            {
                DateTimeOffset? read = Now.AddDays(-days);
                await db.Notifications.Where(message => message.Key == key).ExecuteUpdateAsync(set => set.SetProperty(message => message.ReadAt, read));
            }

            return true;
        });

        var deleted = await site.UseAsync<TidyUp, IReadOnlyDictionary<string, int>>(tidy => tidy.ExecuteAsync(default));

        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["accounts"] = 1, ["sessions"] = 1, ["invitations"] = 1, ["messages"] = 2, ["drafts"] = 1, ["forms"] = 1, ["copies"] = 0, ["names"] = 1 }, deleted);
        await site.WithDbAsync(async db =>
        {
            Assert.False(await db.Users.AnyAsync(account => account.Email == "alt@example.org"));
            Assert.True(await db.Users.AnyAsync(account => account.Email == "neu@example.org"));
            Assert.Equal(["neu@example.org"], await db.Invitations.Select(invitation => invitation.Email).ToListAsync());
            Assert.Equal(["Entwurf neu"], await db.Ideas.Select(idea => idea.Title).ToListAsync());
            Assert.Equal(["gelesen-neu", "neu"], await db.Notifications.Select(message => message.Key).Order().ToListAsync());
            Assert.Equal(["article:neu"], await db.KeptForms.Select(form => form.Key).ToListAsync());
            Assert.Equal(["NEU"], await db.Set<NameReservation>().Select(name => name.NormalizedName).ToListAsync());
            return true;
        });
        Assert.All(await site.UseAsync<TidyUp, IReadOnlyDictionary<string, int>>(tidy => tidy.ExecuteAsync(default)), pair => Assert.Equal(0, pair.Value));
    }

    [Fact]
    public async Task One_round_takes_no_more_than_a_batch()
    {
        await using var site = await TestSite.StartAsync();
        await site.WithDbAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, TidyUp.Batch + 3).Select(number => NameReservation.Of($"NAME {number}", Now.AddDays(-1))));
            return db.SaveChangesAsync();
        });
        foreach (var expected in new[] { TidyUp.Batch, 3, 0 })
            Assert.Equal(expected, (await site.UseAsync<TidyUp, IReadOnlyDictionary<string, int>>(tidy => tidy.ExecuteAsync(default)))["names"]);
    }

    [Theory, InlineData("Retention:DraftDays", "1"), InlineData("Retention:UnconfirmedAccountDays", "0"), InlineData("Retention:ReadMessageDays", "100000")]
    public Task A_period_that_makes_no_sense_is_refused_at_the_start(string option, string value) =>
        Assert.ThrowsAsync<OptionsValidationException>(() => TestSite.StartAsync(settings: settings => settings[option] = value));
}
