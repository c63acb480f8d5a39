using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Ideas;

namespace Participation.Tests.Moderation;

public sealed class AnswerPageTests
{
    [Fact]
    public async Task An_answer_names_who_is_responsible_and_tells_everyone_involved_once()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (author, supporter) = (await given.PersonAsync(), await given.PersonAsync());
        var number = await given.IdeaAsync(author);
        Assert.True(await site.UseAsync<TakeStance, bool>(async take => (await take.ExecuteAsync(number, StanceKind.For, supporter, default)).Done));
        var organisation = Organisation.Found(OrganisationId.New(TimeProvider.System.GetUtcNow()), "stadt", "Stadt Ratingen", "city", null, A.Text("Die Stadt."));
        await site.WithDbAsync(db =>
        {
            db.Organisations.Add(organisation);
            return db.SaveChangesAsync();
        });
        var moderator = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        var page = $"/moderation/ideen/{number}/antwort";

        var refused = await moderator.SubmitAsync(page, "#antwort", new() { ["Input.Outcome"] = "Accepted", ["Input.Text"] = "Wir bauen **zehn** Bänke." });
        Assert.Equal(HttpStatusCode.BadRequest, moderator.Last.StatusCode);
        Assert.NotNull(refused.QuerySelector("#fehler a[href='#Input_Organisation']"));
        Assert.Contains("zehn", refused.QuerySelector("#Input_Text")!.TextContent, StringComparison.Ordinal);

        await moderator.SubmitAsync(page, "#antwort", new()
        {
            ["Input.Outcome"] = "Accepted", ["Input.Text"] = "Wir bauen **zehn** Bänke.", ["Input.Organisation"] = organisation.Id.Value.ToString(), ["Input.Unit"] = "Grünflächenamt", ["Input.NextDate"] = "2099-05-31",
        });
        Assert.Equal(HttpStatusCode.Redirect, moderator.Last.StatusCode);
        var answer = (await moderator.FollowAsync()).QuerySelector(".official")!;
        Assert.Equal("zehn", answer.QuerySelector(".prose strong")!.TextContent);
        Assert.Equal(["Stadt Ratingen, Grünflächenamt", "bis 31. Mai 2099"], answer.QuerySelectorAll(".official__foot dd").Select(fact => fact.TextContent));
        var (status, told) = await site.WithDbAsync(async db => (
            await db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.Status).SingleAsync(),
            await db.Notifications.Where(entry => entry.Kind == NotificationKind.IdeaAnswered).Select(entry => entry.PersonId).ToListAsync()));
        Assert.Equal(IdeaStatus.Accepted, status);
        Assert.Equal(new[] { author.Person, supporter.Person }.Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))), told.Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))));
    }
}
