using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Accounts.Organisations;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts.OwnData;

/// <summary>Wanting to leave, changing one's mind, and what happens when the day comes.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task Who_wants_to_leave_chooses_confirms_and_gets_a_mail()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, browsing) = await AnnaAsync(site);
        await browsing.SubmitAsync(Links.EraseAccount, "#loeschen", []);
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.Empty(await site.WithDbAsync(db => db.Erasures.ToListAsync()));
        await browsing.SubmitAsync(Links.EraseAccount, "#loeschen", new(StringComparer.Ordinal) { ["Input.Choice"] = "entfernen", ["Input.Sure"] = "true" });
        Assert.Equal(Links.EraseAccount, browsing.Last.Headers.Location?.ToString());
        var asked = await site.WithDbAsync(db => db.Erasures.AsNoTracking().SingleAsync());
        Assert.Equal((anna.Person, ErasureChoice.Remove, 14), (asked.PersonId, asked.Choice, (int)(asked.DueAt - asked.RequestedAt).TotalDays));
        var page = await browsing.FollowAsync();
        Assert.NotNull(page.QuerySelector("#behalten"));
        Assert.Null(page.QuerySelector("#loeschen"));
        var mail = Assert.Single(await new Mailbox(site).WaitAsync(Address(anna)));
        Assert.Equal(Links.EraseAccount, Mailbox.Link(mail));
    }

    [Fact]
    public async Task Nothing_can_be_written_until_the_account_is_kept()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, browsing) = await AnnaAsync(site);
        var idea = await new Given(site).IdeaAsync();
        await browsing.SubmitAsync(Links.EraseAccount, "#loeschen", new(StringComparer.Ordinal) { ["Input.Choice"] = "anonym", ["Input.Sure"] = "true" });
        var comment = new Dictionary<string, string>(StringComparer.Ordinal) { ["Body"] = "Noch etwas." };
        await browsing.SubmitAsync(Links.Comments(idea), "form[data-comment-form]", comment);
        Assert.Equal(Links.EraseAccount, browsing.Last.Headers.Location?.ToString());
        await browsing.PostAsync(Links.Stance(idea), new(StringComparer.Ordinal) { ["haltung"] = "dafuer" });
        Assert.Equal(Links.EraseAccount, browsing.Last.Headers.Location?.ToString());
        using var api = await browsing.Client.PutAsJsonAsync($"/api/v1/ideas/{idea}/stance", new { stance = "for" });
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        Assert.Contains(nameof(AccountIsLeaving), await api.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((0, 0), await site.WithDbAsync(async db => (await db.Comments.CountAsync(), await db.Stances.CountAsync())));

        await browsing.SubmitAsync(Links.EraseAccount, "#behalten", []);
        Assert.Equal(Links.Account, browsing.Last.Headers.Location?.ToString());
        await browsing.SubmitAsync(Links.Comments(idea), "form[data-comment-form]", comment);
        Assert.Equal(1, await site.WithDbAsync(db => db.Comments.CountAsync()));
        Assert.Equal(2, (await new Mailbox(site).WaitAsync(Address(anna), 2)).Count);
    }

    [Fact]
    public async Task Other_devices_are_signed_out_at_once()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, browsing) = await AnnaAsync(site);
        await browsing.GetAsync(Links.Account);
        Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);
        Assert.Null(await site.LeaveAsync(anna));
        await browsing.GetAsync(Links.Account);
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
    }

    [Fact]
    public async Task A_last_owner_hands_the_organisation_over_first()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var owner = await site.MemberAsync(organisation, MembershipRole.Owner);
        await Browsing.AsAsync(site, owner);
        Assert.Equal(organisation.Name, Assert.IsType<OrganisationWouldBeOrphaned>(await site.LeaveAsync(owner)).Organisation);
        var other = await site.MemberAsync(organisation, MembershipRole.Owner);
        await Browsing.AsAsync(site, other);
        Assert.Null(await site.LeaveAsync(owner));
        // Whoever is about to leave is no owner to count on.
        Assert.IsType<OrganisationWouldBeOrphaned>(await site.LeaveAsync(other));
        Assert.IsType<OrganisationNeedsOwner>(await site.UseAsync<LeaveOrganisation, Refusal?>(leave => leave.ExecuteAsync(organisation.Slug, other, default)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_owners_who_leave_at_once_one_stays(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var organisation = await site.OrganisationAsync();
        var (one, other) = (await site.MemberAsync(organisation, MembershipRole.Owner), await site.MemberAsync(organisation, MembershipRole.Owner));
        foreach (var owner in new[] { one, other }) await Browsing.AsAsync(site, owner);
        var refusals = await Task.WhenAll(site.LeaveAsync(one), site.LeaveAsync(other));
        Assert.Single(refusals, refusal => refusal is null);
        Assert.Single(refusals, refusal => refusal is OrganisationWouldBeOrphaned);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var administrator = await given.PersonAsync(Role.Administrator);
        await Browsing.AsAsync(site, administrator);
        Assert.IsType<LastAdministratorStays>(await site.LeaveAsync(administrator));
        var other = await given.PersonAsync(Role.Administrator);
        await Browsing.AsAsync(site, other);
        Assert.Null(await site.LeaveAsync(administrator));
        Assert.IsType<LastAdministratorStays>(await site.LeaveAsync(other));
    }

    [Fact]
    public async Task Nobody_is_erased_before_the_day_and_the_background_work_does_it_then()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        var (anna, _) = await AnnaAsync(site);
        Assert.Null(await site.LeaveAsync(anna));
        clock.Advance(TimeSpan.FromDays(10.9));
        await RoundAsync(site);
        Assert.False(await site.EraseAsync(anna));
        Assert.Single(await new Mailbox(site).WaitAsync(Address(anna)));
        clock.Advance(TimeSpan.FromDays(0.2));
        await RoundAsync(site);
        await RoundAsync(site);
        Assert.Equal(2, (await new Mailbox(site).WaitAsync(Address(anna), 2)).Count);
        Assert.Null(await site.WithDbAsync(db => db.People.Where(person => person.Id == anna.Person).Select(person => person.ErasedAt).SingleAsync()));
        clock.Advance(TimeSpan.FromDays(3));
        await RoundAsync(site);
        var mails = await new Mailbox(site).WaitAsync(Address(anna), 3);
        Assert.DoesNotContain("Person", mails[^1].TextBody, StringComparison.Ordinal);
        Assert.Equal((0, 0), await site.WithDbAsync(async db => (await db.Users.CountAsync(), await db.Erasures.CountAsync())));
        Assert.IsType<ErasureHasBegun>(await site.UseAsync<KeepAccount, Refusal?>(keep => keep.ExecuteAsync(anna, default)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_stance_counts_no_longer_while_the_idea_is_open_and_stays_a_number_of_a_result(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (anna, _) = await AnnaAsync(site);
        var (ben, moderator) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var (open, answered) = (await given.IdeaAsync(), await given.IdeaAsync(title: "Mehr Bäume am Markt"));
        foreach (var idea in new[] { open, answered })
        {
            await site.StanceAsync(idea, anna);
            await site.StanceAsync(idea, ben, StanceKind.Against);
        }

        await site.ChangeAsync(answered, GivenOwnData.Accept(moderator));
        await site.GoneAsync(anna, ErasureChoice.Anonymise);
        Assert.Equal(new StanceCounts(0, 0, 1), (await site.ReadAsync(open)).Stances);
        Assert.Equal(new StanceCounts(1, 0, 1), (await site.ReadAsync(answered)).Stances);
        Assert.All(await site.WithDbAsync(db => db.Stances.AsNoTracking().ToListAsync()), stance => Assert.Equal(ben.Person, stance.PersonId));
    }

    [Fact]
    public async Task Without_its_text_an_open_idea_is_gone_with_a_reason_and_an_answered_one_keeps_the_answer()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (anna, _) = await AnnaAsync(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        var (open, answered) = (await given.IdeaAsync(anna), await given.IdeaAsync(anna, title: "Mehr Bäume am Markt"));
        await site.PostAsync(answered, moderator, "Ein Wort dazu.");
        await site.ChangeAsync(answered, GivenOwnData.Accept(moderator));
        await site.GoneAsync(anna, ErasureChoice.Remove);
        var visitor = Browsing.Visitor(site);
        var gone = await visitor.GetAsync(Links.Idea(open));
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.Contains("Konto gelöscht", gone.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await visitor.GetAsync(Links.Idea(answered));
        var kept = await visitor.FollowAsync();
        Assert.Contains("Das machen wir.", kept.QuerySelector("#antwort")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ein Wort dazu.", kept.QuerySelector("#diskussion")!.TextContent, StringComparison.Ordinal);
        Assert.IsType<StepNotPossible>((await site.ReadAsync(open)).Restore());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_process_that_dies_anywhere_is_followed_by_one_that_ends_the_same(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (anna, _) = await AnnaAsync(site);
        var ben = await given.PersonAsync();
        var bens = await given.IdeaAsync(ben);
        for (var count = 0; count < 3; count++)
        {
            await given.IdeaAsync(anna, title: $"Meine Idee Nummer {count}");
            var mine = await site.PostAsync(bens, anna, $"Beitrag {count}");
            if (count > 0) await site.PostAsync(bens, ben, "Antwort", mine);
        }

        await site.StanceAsync(bens, anna);
        Assert.Null(await site.LeaveAsync(anna, ErasureChoice.Remove));
        await site.PassDaysAsync(anna);
        var deaths = 0;
        while (deaths < 200 && !await site.EraseAsync(anna, steps: deaths)) deaths++;
        Assert.InRange(deaths, 7, 199);
        await AssertCountsAsync(site, bens);
        Assert.Equal((0, 2), await site.WithDbAsync(async db => ((await db.Ideas.SingleAsync(idea => idea.Number == bens)).ForCount, (await db.Ideas.SingleAsync(idea => idea.Number == bens)).CommentCount)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_nodes_at_once_come_to_the_same_end_and_send_one_mail(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (anna, _) = await AnnaAsync(site);
        var bens = await given.IdeaAsync();
        for (var count = 0; count < 5; count++)
        {
            await given.IdeaAsync(anna, title: $"Meine Idee Nummer {count}");
            await site.PostAsync(bens, anna, $"Beitrag {count}");
        }

        await site.StanceAsync(bens, anna);
        Assert.Null(await site.LeaveAsync(anna, ErasureChoice.Remove));
        await site.PassDaysAsync(anna);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.EraseAsync(anna)));
        await AssertCountsAsync(site, bens);
        Assert.Equal(2, (await new Mailbox(site).WaitAsync(Address(anna), 2)).Count);
        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "person.erase")));
        Assert.Equal(0, await site.WithDbAsync(db => db.Ideas.CountAsync(idea => idea.AuthorId == anna.Person && idea.ErasedAt == null)));
    }

    [Fact]
    public async Task What_was_written_in_an_organisations_name_stays_its_word()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        await Browsing.AsAsync(site, await site.MemberAsync(organisation, MembershipRole.Owner));
        var editor = await site.MemberAsync(organisation, MembershipRole.Editor);
        await Browsing.AsAsync(site, editor);
        var idea = await new Given(site).IdeaAsync();
        Assert.Null(await site.CommentAsync(idea, editor, organisation));
        await site.PostAsync(idea, editor, "Und meine eigene Meinung.");
        await site.GoneAsync(editor, ErasureChoice.Remove);
        Assert.Equal(["Wir kümmern uns.", ""], await site.WithDbAsync(db => db.Comments.OrderBy(comment => comment.Number).Select(comment => comment.Body.Markdown).ToListAsync()));
    }

    [Fact]
    public async Task Two_who_left_stay_two_and_nobody_can_be_called_so()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var (anna, ben) = (await given.PersonAsync(name: "Anna A."), await given.PersonAsync(name: "Ben B."));
        foreach (var actor in new[] { anna, ben })
        {
            await Browsing.AsAsync(site, actor);
            await site.PostAsync(idea, actor, "Ein Wort.");
            await site.GoneAsync(actor, ErasureChoice.Anonymise);
        }

        Assert.Equal(2, await site.WithDbAsync(db => db.Comments.Select(comment => comment.AuthorId).Distinct().CountAsync()));
        var visitor = Browsing.Visitor(site);
        await visitor.RegisterAsync("gelöschtes  konto", "neu@example.org");
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
    }

    private static async Task AssertCountsAsync(TestSite site, int number)
    {
        var idea = await site.ReadAsync(number);
        var comments = await site.WithDbAsync(db => db.Comments.AsNoTracking().Where(comment => comment.SubjectId == idea.Id.Value).ToListAsync());
        Assert.Equal(comments.Count(comment => comment.IsVisible), idea.CommentCount);
        Assert.All(comments, above => Assert.Equal(comments.Count(below => below.Id != above.Id
            && below.Path.StartsWith(above.Path, StringComparison.Ordinal) && below.Status is (CommentStatus.Published or CommentStatus.Hidden)), above.ReplyCount));
    }

    private static Task<bool> RoundAsync(TestSite site) => site.UseAsync<OwnDataRound, bool>(async round =>
    {
        // The site's own work may have the turn just now.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await round.ExecuteAsync(patience.Token)) await Task.Yield();
        return true;
    });

    private static async Task<(Actor Anna, Browsing Browsing)> AnnaAsync(TestSite site)
    {
        var anna = await new Given(site).PersonAsync();
        return (anna, await Browsing.AsAsync(site, anna));
    }

    private static string Address(Actor actor) => $"{actor.Person.Value:N}@example.org";
}
