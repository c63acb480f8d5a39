using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Tests.Architecture;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Desk;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Desk;

public sealed class ClaimTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_case_is_taken_shown_taken_over_deliberately_and_given_back(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var at = CaseRef.OfIdea(queue.Ideas[0]);
        var (anna, bert) = (await ColleagueAsync(site, "Anna Berg"), await ColleagueAsync(site, "Bert Tal"));
        var before = await SequenceAsync(site);

        await anna.PostAsync(Links.Claim, await FormAsync(anna, at));
        Assert.Equal(Links.Moderation, anna.Last.Headers.Location?.ToString());
        Assert.Contains("bei Ihnen bis", await RowAsync(anna, at), StringComparison.Ordinal);
        Assert.Contains("bei Anna Berg bis", await RowAsync(bert, at), StringComparison.Ordinal);
        Assert.Contains("bei Anna Berg bis", (await bert.GetAsync(Links.Case(at))).QuerySelector("#bearbeitung")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, await SequenceAsync(site));

        var refused = await bert.PostAsync(Links.Claim, await FormAsync(bert, at));
        Assert.Equal(HttpStatusCode.Conflict, bert.Last.StatusCode);
        Assert.Contains("bei Anna Berg bis", refused.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        await bert.SubmitAsync(Links.ClaimInCase(at), "#uebernehmen", []);
        Assert.Equal(Links.Case(at), bert.Last.Headers.Location?.ToString());
        Assert.Contains("bei Bert Tal bis", await RowAsync(anna, at), StringComparison.Ordinal);

        await anna.PostAsync(Links.ClaimRelease, await FormAsync(anna, at));
        Assert.Contains("bei Ihnen bis", await RowAsync(bert, at), StringComparison.Ordinal);
        await bert.PostAsync(Links.ClaimRelease, await FormAsync(bert, at));
        Assert.DoesNotContain("bei ", await RowAsync(anna, at), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_many_who_take_a_case_at_once_one_has_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var at = CaseRef.OfComment(queue.Discussed, queue.Comments[0]);
        var given = new Given(site);
        var people = new List<Actor>();
        for (var i = 0; i < 8; i++) people.Add(await given.PersonAsync(Role.Moderator));

        var refusals = await Task.WhenAll(people.Select(person => TakeAsync(site, at, person)));

        var winner = people[Array.FindIndex(refusals, refusal => refusal is null)];
        Assert.Equal(7, refusals.Count(refusal => refusal is CaseIsTaken));
        Assert.Equal(winner.Person, await site.WithDbAsync(db => db.CaseClaims.Select(claim => claim.HeldBy).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_claim_ends_after_a_quarter_of_an_hour_or_with_a_decision_and_not_with_an_automatic_step(string database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        var (idea, anna, bert) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var at = CaseRef.OfComment(idea, await site.CommentAsync(idea, await given.PersonAsync()));
        Assert.Null(await TakeAsync(site, at, anna));
        Assert.IsType<CaseIsTaken>(await TakeAsync(site, at, bert));
        clock.Advance(CaseClaim.Lifetime);
        Assert.Null(await site.UseAsync<ClaimQueries, ClaimRow?>(queries => queries.OfAsync(at, default)));
        Assert.Null(await TakeAsync(site, at, bert));

        for (var i = 0; i < 3; i++) await site.ReportAsync(idea, at.Part, await given.PersonAsync(verification: Verification.VerifiedResident));
        Assert.Equal(Measure.Hold, await site.WithDbAsync(db => db.Decisions.Select(decision => decision.Measure).SingleAsync()));
        Assert.Equal(1, await site.WithDbAsync(db => db.CaseClaims.CountAsync()));
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, at.Part, anna));
        Assert.Equal(0, await site.WithDbAsync(db => db.CaseClaims.CountAsync()));
    }

    [Fact]
    public async Task Nobody_takes_their_own_contribution_more_than_they_can_work_on_or_what_is_not_there()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        Assert.IsType<NotAllowed>(await TakeAsync(site, CaseRef.OfIdea(await given.IdeaAsync(moderator)), moderator));
        Assert.IsType<NotAllowed>(await TakeAsync(site, CaseRef.OfIdea(await given.IdeaAsync(title: "Noch eine")), await given.PersonAsync()));
        await Assert.ThrowsAsync<Web.Hosting.NotFoundException>(() => TakeAsync(site, CaseRef.OfIdea(999), moderator));
        for (var i = 0; i < CaseClaim.MostOfOnePerson; i++) Assert.Null(await TakeAsync(site, CaseRef.OfIdea(await given.IdeaAsync(title: $"Idee {i} zum Übernehmen")), moderator));
        Assert.IsType<TooManyClaims>(await TakeAsync(site, CaseRef.OfIdea(await given.IdeaAsync(title: "Eine zu viel")), moderator));
    }

    [Fact]
    public async Task Looking_at_queue_case_and_question_writes_nothing()
    {
        var counter = new WriteCounter();
        await using var site = await TestSite.StartAsync(services: counter.Register);
        var queue = await FilledQueue.StartAsync(site);
        var at = CaseRef.OfIdea(queue.Ideas[0]);
        Assert.Null(await TakeAsync(site, at, await new Given(site).PersonAsync(Role.Moderator)));
        await queue.Moderator.GetAsync(Links.Moderation);
        counter.Take();
        foreach (var page in new[] { Links.Moderation, Links.Case(at), Links.ClaimOf(at), Links.CaseNotesOf(at), Links.BulkOfAuthor(at), Links.ReasonTemplates })
        {
            await queue.Moderator.GetAsync(page);
            Assert.Equal((page, HttpStatusCode.OK, 0), (page, queue.Moderator.Last.StatusCode, counter.Take()));
        }
    }

    private static async Task<Browsing> ColleagueAsync(TestSite site, string name) => await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator, name));

    private static Task<Refusal?> TakeAsync(TestSite site, CaseRef at, Actor actor) => site.UseAsync<TakeCase, Refusal?>(take => take.ExecuteAsync(at, null, actor, default));

    /// <summary>What the button of a row sends.</summary>
    private static async Task<Dictionary<string, string>> FormAsync(Browsing who, CaseRef at)
    {
        var form = (await who.GetAsync(Links.Moderation)).QuerySelector($"#{QueueRow.ClaimForm} input[name=__RequestVerificationToken]")!;
        return new() { ["__RequestVerificationToken"] = form.GetAttribute("value")!, ["fall"] = at.ToString() };
    }

    private static async Task<string> RowAsync(Browsing who, CaseRef at) => (await who.GetAsync(Links.Moderation)).QuerySelector($"#fall-{at.Anchor()} .queue__claim")!.TextContent;

    private static Task<long> SequenceAsync(TestSite site) => site.WithDbAsync(db => db.Channels.Where(channel => channel.Key == Channel.Moderation).Select(channel => channel.Sequence).SingleAsync());
}
