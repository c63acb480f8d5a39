using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

/// <summary>An idea that became part of another is still read there, so it is still reported, hidden and brought back.</summary>
public sealed class MergedIdeaTests
{
    private const string Text = "Auf dem Marktplatz fehlen Bänke im Schatten.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Its_text_is_reported_hidden_and_brought_back_where_it_is_read(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (source, target) = (await given.IdeaAsync(body: Text), await given.IdeaAsync(title: "Sitzbänke für den Marktplatz", body: "Bänke mit Lehne, auch am Brunnen."));
        var (first, second) = (await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        await MergeAsync(site, source, target, first);
        var home = Links.Idea(target, "Sitzbänke für den Marktplatz");
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(home);
        Assert.Contains(Text, page.QuerySelector(".taken-in")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".taken-in a[href='{Links.ReportOf(Links.Idea(source))}']"));
        Assert.True((await site.ReportAsync(source, null, await given.PersonAsync())).Done);

        var desk = await Browsing.AsAsync(site, second);
        await desk.SubmitAsync(Links.ModerateIdea(source), "#entscheidung", new() { ["Input.Ground"] = nameof(Ground.Respect), ["Input.Facts"] = "Wertet jemanden ab." }, "button[value=Hide]");
        Assert.Equal(HttpStatusCode.Redirect, desk.Last.StatusCode);
        Assert.DoesNotContain(Text, (await visitor.GetAsync(home)).QuerySelector(".taken-in")!.TextContent, StringComparison.Ordinal);
        await visitor.GetAsync($"/ideen/{source}/fassungen");
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.IsType<NothingToReport>((await site.ReportAsync(source, null, await given.PersonAsync())).Refusal);
        Assert.Equal(NoticeOutcome.ActedOn, await site.WithDbAsync(db => db.Notices.Select(notice => notice.Outcome).SingleAsync()));

        await desk.SubmitAsync(Links.ModerateIdea(source), "#entscheidung", [], "button[value=Restore]");
        Assert.Contains(Text, (await visitor.GetAsync(home)).QuerySelector(".taken-in")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(IdeaStatus.Merged, await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == source).Select(idea => idea.Status).SingleAsync()));
    }

    private static async Task MergeAsync(TestSite site, int source, int target, Actor moderator)
    {
        var version = await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == source).Select(idea => idea.Version).SingleAsync());
        Assert.Null(await site.UseAsync<MergeIdeas, Refusal?>(merge => merge.ExecuteAsync(source, target, "Beide wollen Bänke.", version, moderator, default)));
    }
}
