using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.Puzzles;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts;

/// <summary>What slows down a burst of registrations, and shuts nobody out.</summary>
public sealed class PuzzleTests
{
    private const string Form = "#registrieren";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_answer_counts_once_however_often_it_is_sent(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var challenge = await IssueAsync(site);
        var number = ProofOfWork.Solve(challenge);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SpendAsync(site, challenge, number)));
        Assert.Equal(1, answers.Count(answer => answer is null));
        Assert.Equal(7, answers.Count(answer => answer is PuzzleWasSpent));
    }

    [Fact]
    public async Task Forged_foreign_and_old_challenges_are_none()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await StartAsync(clock);
        await using var other = await TestSite.StartAsync();
        foreach (var forged in new[] { "", "unsinn", "AAAA", await IssueAsync(other) }) Assert.IsType<PuzzleMustWait>(await SpendAsync(site, forged, ProofOfWork.Solve(forged)));
        var challenge = await IssueAsync(site);
        clock.Advance(PuzzleDesk.Valid);
        Assert.IsType<PuzzleMustWait>(await SpendAsync(site, challenge, ProofOfWork.Solve(challenge)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_does_not_compute_waits_and_few_at_a_time_do(string database)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await StartAsync(clock, database);
        string[] challenges = [.. await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => IssueAsync(site)))];
        Assert.Equal(new PuzzleMustWait(20), await SpendAsync(site, challenges[0], ""));
        clock.Advance(PuzzleDesk.Patience);
        var answers = await Task.WhenAll(challenges.Select(challenge => SpendAsync(site, challenge, "")));
        Assert.Equal(PuzzleDesk.WaitingPerMinute, answers.Count(answer => answer is null));
        Assert.All(answers.Where(answer => answer is not null), answer => Assert.Equal(new PuzzleMustWait(60), answer));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await SpendAsync(site, challenges[Array.FindIndex(answers, answer => answer is not null)], "12"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task In_a_burst_the_form_has_a_challenge_and_otherwise_none(string database)
    {
        await using var site = await TestSite.StartAsync(database, settings: settings => settings["Accounts:BurstFrom"] = "1");
        var visitor = Browsing.Visitor(site);
        Assert.Null((await visitor.GetAsync(Links.Register)).QuerySelector("[data-puzzle]"));
        await visitor.SubmitAsync(Links.Register, Form, Fields("Anna"));
        Assert.Equal(Links.Registered, visitor.Last.Headers.Location?.ToString());

        // A form from before the burst: it comes back with a challenge, and sent again with the answer it is accepted.
        var page = await visitor.SubmitAsync(Links.Register, Form, Fields("Berta"));
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Last.StatusCode);
        Assert.NotNull(visitor.Last.Headers.RetryAfter);
        Assert.Equal("Berta", ((IHtmlInputElement)page.QuerySelector("#Input_Name")!).Value);
        var form = (IHtmlFormElement)page.QuerySelector(Form)!;
        var fields = Browsing.Fields(form);
        foreach (var (name, value) in Fields("Berta")) fields[name] = value;
        fields["Input.Number"] = ProofOfWork.Solve(fields["Input.Puzzle"]);
        await visitor.PostAsync(Links.Register, fields);
        Assert.Equal(Links.Registered, visitor.Last.Headers.Location?.ToString());
        Assert.Equal(2, await site.WithDbAsync(db => db.Users.CountAsync()));

        // The same answer with other data is none.
        foreach (var (name, value) in Fields("Clara")) fields[name] = value;
        await visitor.PostAsync(Links.Register, fields);
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        Assert.Equal(2, await site.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public void A_number_is_digits_and_few_of_them()
    {
        var number = ProofOfWork.Solve("challenge");
        Assert.True(ProofOfWork.Solves("challenge", number));
        Assert.False(ProofOfWork.Solves("another", number));
        Assert.False(ProofOfWork.Solves("challenge", number + " "));
        Assert.False(ProofOfWork.Solves("challenge", ""));
        Assert.False(ProofOfWork.Solves("challenge", "-1"));
        Assert.False(ProofOfWork.Solves("challenge", new string('1', 13)));
    }

    private static Dictionary<string, string> Fields(string name) => new() { ["Input.Name"] = name, ["Input.Email"] = $"{name}@example.org", ["Input.Password"] = Steps.Password, ["Input.Terms"] = "true" };

    private static Task<TestSite> StartAsync(FakeTimeProvider clock, string database = Databases.Sqlite) => TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));

    private static Task<string> IssueAsync(TestSite site) => site.UseAsync<PuzzleDesk, string>(desk => Task.FromResult(desk.Issue()));

    private static Task<Refusal?> SpendAsync(TestSite site, string challenge, string number) => site.UseAsync<PuzzleDesk, Refusal?>(desk => desk.SpendAsync(challenge, number, default));
}
