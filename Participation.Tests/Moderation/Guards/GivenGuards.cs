using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation.Guards;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Guards;

/// <summary>A site on which the guards look at the pace too.</summary>
internal static class GivenGuards
{
    private static int _keys;

    public static string Key() => $"wache-{Interlocked.Increment(ref _keys)}";

    public static Task<TestSite> StartAsync(string database = Databases.Sqlite) => TestSite.StartAsync(database, settings: settings => settings["Guards:Pace"] = "true");

    /// <summary>Rules with other limits, in force at once.</summary>
    public static async Task RulesAsync(this TestSite site, params (GuardLimit Limit, int Value)[] limits) => await site.RulesAsync(FirstPostRule.LookAfterwards, limits);

    public static async Task RulesAsync(this TestSite site, FirstPostRule first, params (GuardLimit Limit, int Value)[] limits)
    {
        var administrator = await new Given(site).PersonAsync(Role.Administrator);
        var version = await site.WithDbAsync(db => db.GuardRules.CountAsync());
        var values = Enum.GetValues<GuardLimit>().ToDictionary(limit => limit, limit => GuardRules.Default[limit]);
        foreach (var (limit, value) in limits) values[limit] = value;
        Assert.Null(await site.UseAsync<ChangeRules, Refusal?>(change => change.ExecuteAsync(GuardRules.Default with { Limits = values, FirstPosts = first }, "Für den Test.", version, administrator, default)));
    }

    /// <summary>No pauses, so that only the limits of a day count.</summary>
    public static Task WithoutPausesAsync(this TestSite site) =>
        site.RulesAsync((GuardLimit.PauseSeconds, 0), (GuardLimit.NewPauseSeconds, 0), (GuardLimit.IdeaPauseSeconds, 0), (GuardLimit.NewIdeaPauseSeconds, 0));

    /// <summary>Somebody who joined just now.</summary>
    public static Task<Actor> NewcomerAsync(this TestSite site) => site.WithDbAsync(async db =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var person = Person.Join(PersonId.New(now), $"Neu {Key()}", Role.Citizen, Verification.Email, now);
        db.People.Add(person);
        await db.SaveChangesAsync();
        return new Actor(person.Id, Role.Citizen);
    });

    public static Task<Outcome<PostedComment>> SayAsync(this TestSite site, int idea, Actor author, string body, Guid? organisation = null, bool shares = false, string? key = null) => site.UseAsync<PostComment, Outcome<PostedComment>>(
        post => post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.None, body, key ?? Key(), organisation, shares), author, default));

    public static async Task<Outcome<SubmittedIdea>> SubmitAsync(this TestSite site, Actor author, string title, string body = "Das wäre für alle gut, die hier wohnen.", bool shares = false)
    {
        await new Given(site).ProcessAsync();
        var topic = await site.WithDbAsync(db => db.Topics.Select(t => t.Key).FirstAsync());
        return await site.UseAsync<SubmitIdea, Outcome<SubmittedIdea>>(submit => submit.ExecuteAsync(
            new IdeaInput("smart-city", title, null, body, topic, null, null, null, null) { SharesPersonalData = shares }, Key(), author, default));
    }
}
