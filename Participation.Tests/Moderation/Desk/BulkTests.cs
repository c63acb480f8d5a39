using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation.Desk;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Desk;

public sealed class BulkTests
{
    private const string Facts = "Derselbe Werbetext in vielen Beiträgen.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Several_cases_are_decided_with_one_statement_each_for_itself(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var page = Page([.. queue.Ideas.Take(2).Select(CaseRef.OfIdea), CaseRef.OfComment(queue.Discussed, queue.Comments[0])]);
        Assert.Equal(3, (await queue.Moderator.GetAsync(page)).QuerySelectorAll("#auswahl input[type=checkbox][checked]").Length);

        await SubmitAsync(queue.Moderator, page, Facts);

        Assert.Equal((HttpStatusCode.Redirect, Links.Moderation), (queue.Moderator.Last.StatusCode, queue.Moderator.Last.Headers.Location?.ToString()));
        Assert.Contains("3 Fälle sind entschieden.", (await queue.Moderator.FollowAsync()).QuerySelector("[role=status].flash--yes")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal([Measure.Decline, Measure.Decline, Measure.Decline], await queue.MeasuresAsync());
        Assert.Equal([Facts], await site.WithDbAsync(db => db.Decisions.Select(decision => decision.Facts).Distinct().ToListAsync()));
        Assert.Equal((2, 1), (await queue.ToldAsync(NotificationKind.IdeaDeclined), await queue.ToldAsync(NotificationKind.CommentDeclined)));
        Assert.Equal(2, (await queue.ShownAsync()).Count());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task They_are_undone_in_one_go_and_what_cannot_be_is_said_as_a_warning(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        await SubmitAsync(queue.Moderator, Page([.. queue.Ideas.Select(CaseRef.OfIdea)]), Facts);
        Assert.Contains("3 Entscheidungen", (await queue.Moderator.GetAsync(Links.Moderation)).QuerySelector("#rueckgaengig")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        await queue.Moderator.SubmitAsync(Links.Moderation, "#rueckgaengig", []);
        Assert.NotNull((await queue.Moderator.FollowAsync()).QuerySelector("[role=status].flash--yes"));
        Assert.Empty(await queue.MeasuresAsync());
        Assert.Equal(queue.Waiting, await queue.ShownAsync());

        await SubmitAsync(queue.Moderator, Page([.. queue.Comments.Select(number => CaseRef.OfComment(queue.Discussed, number))]), Facts);
        var faster = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator, "Anna Berg"));
        var form = (IHtmlFormElement)(await queue.Moderator.GetAsync(Links.Moderation)).QuerySelector("#rueckgaengig")!;
        await queue.DecideAsync(Links.ModerateComment(queue.Discussed, queue.Comments[1]), "Publish", by: faster);
        await queue.Moderator.PostAllAsync(form.GetAttribute("action")!, [.. Browsing.Fields(form)]);
        Assert.NotNull((await queue.Moderator.FollowAsync()).QuerySelector("[role=status].flash--wait"));
        Assert.Equal([Measure.Decline, Measure.Publish], await queue.MeasuresAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_the_law_forbids_needs_its_provision_and_the_statement_names_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        Dictionary<string, string> fields = new() { ["Input.Ground"] = nameof(Ground.Law), ["Input.Facts"] = "Beleidigt eine Nachbarin." };
        var page = await queue.Moderator.SubmitAsync(Links.ModerateIdea(queue.Ideas[0]), "#entscheidung", fields, "button[value=Decline]");
        Assert.NotNull(page.QuerySelector("#fehler a[href='#Input_Norm']"));
        Assert.Equal("Beleidigt eine Nachbarin.", page.QuerySelector("#Input_Facts")!.TextContent.Trim());

        await queue.Moderator.SubmitAsync(Links.ModerateIdea(queue.Ideas[0]), "#entscheidung", new(fields) { ["Input.Norm"] = " § 185 StGB " }, "button[value=Decline]");
        Assert.Equal("§ 185 StGB", await site.WithDbAsync(db => db.Decisions.Select(decision => decision.Norm).SingleAsync()));
        Assert.Contains("Gesetz: § 185 StGB", (await (await Browsing.AsAsync(site, queue.Author)).GetAsync(Links.Decision(1))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_changed_meanwhile_is_told_by_name_and_the_same_form_again_decides_nothing_twice(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var page = Page([.. queue.Ideas.Select(CaseRef.OfIdea)]);
        var form = (IHtmlFormElement)(await queue.Moderator.GetAsync(page)).QuerySelector("#entscheidung")!;
        var faster = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator, "Anna Berg"));
        await queue.DecideAsync(Links.ModerateIdea(queue.Ideas[1]), "Publish", by: faster);

        var result = await SendAsync(queue.Moderator, form, Facts);
        Assert.Equal(HttpStatusCode.Conflict, queue.Moderator.Last.StatusCode);
        Assert.Contains("Entschieden: 2. Nicht entschieden: 1", result.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        var left = Assert.Single(result.QuerySelectorAll("#auswahl .queue__look"));
        Assert.Contains("Anna Berg hat das inzwischen entschieden: Veröffentlicht", left.TextContent, StringComparison.Ordinal);
        Assert.Empty(left.QuerySelectorAll("[checked]"));
        Assert.Equal(Facts, result.QuerySelector("#Input_Facts")!.TextContent.Trim());

        await SendAsync(queue.Moderator, form, Facts);
        Assert.Equal(HttpStatusCode.Conflict, queue.Moderator.Last.StatusCode);
        Assert.Equal([Measure.Publish, Measure.Decline, Measure.Decline], await queue.MeasuresAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everything_of_one_author_is_chosen_from_the_authors_history(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var publicOne = await site.CommentAsync(await new Given(site).IdeaAsync(title: "Anderswo"), queue.Author, "Kaufen Sie hier!");
        var strangers = await site.CommentAsync(await new Given(site).IdeaAsync(title: "Noch woanders"), await new Given(site).PersonAsync(), "Nichts damit zu tun.");
        var link = (await queue.Moderator.GetAsync(Links.ModerateIdea(queue.Ideas[0]))).QuerySelector(".case-aside a[href^='/moderation/sammelentscheidung']")!.GetAttribute("href")!;
        // Nobody has looked at them yet, so none is chosen before somebody chooses, one by one or all at once.
        var chosen = await queue.Moderator.GetAsync(link);
        Assert.Empty(chosen.QuerySelectorAll("#auswahl [checked]"));
        link = chosen.QuerySelector("#alle")!.GetAttribute("href")!;
        Assert.Equal(6, (await queue.Moderator.GetAsync(link)).QuerySelectorAll("#auswahl [checked]").Length);

        await SubmitAsync(queue.Moderator, link, Facts);

        Assert.Equal(HttpStatusCode.Redirect, queue.Moderator.Last.StatusCode);
        Assert.DoesNotContain(await queue.ShownAsync(), queue.Waiting.Contains);
        Assert.Equal([Measure.Decline, Measure.Hide], (await queue.MeasuresAsync()).Distinct().Order());
        Assert.Equal(1, await site.WithDbAsync(db => db.Comments.CountAsync(comment => comment.AuthorId == queue.Author.Person && comment.Status == CommentStatus.Hidden && comment.Number == publicOne)));
        Assert.Equal(1, await site.WithDbAsync(db => db.Comments.CountAsync(comment => comment.AuthorId != queue.Author.Person && comment.Status == CommentStatus.Published && comment.Number == strangers)));
    }

    [Fact]
    public async Task Ones_own_contribution_is_left_and_the_others_are_decided()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        var (own, foreign) = (await given.IdeaAsync(moderator), await given.IdeaAsync(title: "Werbung für Uhren"));
        var browsing = await Browsing.AsAsync(site, moderator);
        await SubmitAsync(browsing, Page([CaseRef.OfIdea(own), CaseRef.OfIdea(foreign)]), Facts);
        Assert.Equal(HttpStatusCode.Conflict, browsing.Last.StatusCode);
        Assert.Equal([foreign], await site.WithDbAsync(db => db.Ideas.Where(idea => idea.HiddenAt != null).Select(idea => idea.Number!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Without_cases_without_reasons_with_nonsense_or_with_too_many_nothing_happens()
    {
        await using var site = await TestSite.StartAsync();
        var queue = await FilledQueue.StartAsync(site);
        var page = Page([CaseRef.OfIdea(queue.Ideas[0])]);
        await SubmitAsync(queue.Moderator, page, "");
        Assert.Equal(HttpStatusCode.BadRequest, queue.Moderator.Last.StatusCode);
        var many = string.Join('&', Enumerable.Range(1, DecideBulk.Most + 1).Select(number => $"fall={number}"));
        Assert.Contains("Mehr als 50 Fälle", (await queue.Moderator.GetAsync($"{Links.BulkDecision}?{many}")).QuerySelector(".flash--wait")!.TextContent, StringComparison.Ordinal);
        foreach (var nonsense in new[] { "", "?fall=", "?fall=x&fall=-1&fall=17:5:3", "?fall=999", "?von=x" })
        {
            await queue.Moderator.GetAsync(Links.BulkDecision + nonsense);
            Assert.Equal((nonsense, HttpStatusCode.OK), (nonsense, queue.Moderator.Last.StatusCode));
        }

        var form = Browsing.Fields((IHtmlFormElement)(await queue.Moderator.GetAsync(page)).QuerySelector("#entscheidung")!);
        foreach (var chosen in new[] { "", "x", "999@1", $"{queue.Ideas[0]}@99" })
        {
            await queue.Moderator.PostAsync(Links.BulkDecision, new(form) { ["auswahl"] = chosen, ["Input.Ground"] = "Advertising", ["Input.Facts"] = Facts });
            Assert.True(queue.Moderator.Last.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, chosen);
        }

        Assert.Empty(await queue.MeasuresAsync());
    }

    private static string Page(IEnumerable<CaseRef> cases) => $"{Links.BulkDecision}?{string.Join('&', cases.Select(at => $"fall={at}"))}";

    private static async Task<IHtmlDocument> SubmitAsync(Browsing who, string page, string facts) => await SendAsync(who, (IHtmlFormElement)(await who.GetAsync(page)).QuerySelector("#entscheidung")!, facts);

    /// <summary>Sends every ticked box, which a plain dictionary cannot.</summary>
    private static async Task<IHtmlDocument> SendAsync(Browsing who, IHtmlFormElement form, string facts)
    {
        var fields = Browsing.Fields(form).Where(field => field.Key is not ("auswahl" or "fall")).ToDictionary(field => field.Key, field => field.Value);
        (fields["Input.Ground"], fields["Input.Facts"]) = ("Advertising", facts);
        var list = form.QuerySelectorAll("input[name=auswahl][checked], input[name=fall]").OfType<IHtmlInputElement>().Select(box => new KeyValuePair<string, string>(box.Name!, box.Value));
        return await who.PostAllAsync(form.GetAttribute("action")!, [.. fields, .. list]);
    }
}
