using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Tests.Accounts.OwnData;
using Participation.Tests.Support;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Tests.Markdown;

/// <summary>Mentions and references lead only where everybody may look.</summary>
public sealed partial class ResolvingTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_mention_is_marked_when_everybody_can_read_the_name_already(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (writer, blocked) = (await given.PersonAsync(name: "Rose vom Berg"), await given.PersonAsync(name: "Gesperrte"));
        var idea = await given.IdeaAsync(await given.PersonAsync(name: "Ideengeber"));
        await given.PersonAsync(name: "Leserin");
        foreach (var person in new[] { writer, blocked }) await site.PostAsync(idea, person, "Guten Tag.");
        await Browsing.AsAsync(site, blocked);
        Assert.Equal(1, await site.WithDbAsync(db => db.Users.Where(user => user.PersonId == blocked.Person).ExecuteUpdateAsync(set => set.SetProperty(user => user.BlockedAt, A.Moment))));

        var html = await FormatAsync(site, "@\"rose  vom berg\" und @IDEENGEBER, nicht @Leserin, @Gesperrte oder @Niemand.");

        Assert.Equal("<p><span class=\"mention\">@Rose vom Berg</span> und <span class=\"mention\">@Ideengeber</span>, nicht @Leserin, @Gesperrte oder @Niemand.</p>", html);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_number_leads_to_an_idea_that_everybody_can_read(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (open, hidden) = (await given.IdeaAsync(), await given.IdeaAsync());
        await site.ChangeAsync(hidden, idea => idea.Hide("Beleidigung.", A.Moment));

        var html = await FormatAsync(site, $"#{open}, #{hidden}, #999 und !{open}");

        Assert.Equal($"<p><a class=\"reference\" href=\"/ideen/{open}\">#{open}</a>, #{hidden}, #999 und !{open}</p>", html);
    }

    [Fact]
    public async Task Only_so_many_are_looked_up()
    {
        await using var site = await TestSite.StartAsync();
        var idea = await new Given(site).IdeaAsync();
        var many = string.Join(' ', Enumerable.Range(1_000, TextFormatter.MaxReferences).Select(number => $"#{number}"));
        Assert.Contains("<a", await FormatAsync(site, $"#{idea} {many}"), StringComparison.Ordinal);
        Assert.DoesNotContain("<a", await FormatAsync(site, $"{many} #{idea}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_and_result_are_the_same()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (author, idea) = (await given.PersonAsync(), await given.IdeaAsync());
        var text = $"## Plan\n\nWie #{idea}[^1], von **mir**.\n\n- [x] gelesen\n\n[^1]: Quelle";
        var browsing = await Browsing.AsAsync(site, author);
        var token = (await browsing.GetAsync("/ideen/neu")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browsing.PostAsync("/vorschau", new() { ["__RequestVerificationToken"] = token, ["text"] = text });
        var preview = await browsing.Last.Content.ReadAsStringAsync();
        await site.PostAsync(idea, author, text);

        var stored = await site.WithDbAsync(db => db.Comments.AsNoTracking().SingleAsync());

        Assert.Equal((text, MarkdownText.PipelineVersion), (stored.Body.Markdown, stored.Body.PipelineVersion));
        Assert.Contains("footnote-ref", preview, StringComparison.Ordinal);
        Assert.Equal(Scope().Replace(preview, "${place}"), Scope().Replace(stored.Body.Html, "${place}"));
    }

    [Fact]
    public async Task A_preview_that_cannot_be_shown_says_why()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var token = (await browsing.GetAsync("/ideen/neu")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var (text, words) in new[] { (new string('>', 9_000) + " x", "vereinfachen"), (new string('x', MarkdownSetup.PreviewMaxLength + 1), "Vorschau") })
        {
            await browsing.PostAsync("/vorschau", new() { ["__RequestVerificationToken"] = token, ["text"] = text });
            Assert.Equal(400, (int)browsing.Last.StatusCode);
            Assert.Contains(words, await browsing.Last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_named_is_told_once_and_only_so_many(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, newcomer) = (await given.PersonAsync(), await given.PersonAsync(name: "Neue"));
        var idea = await given.IdeaAsync(author);
        var people = new List<Actor>();
        for (var i = 0; i < Notification.MaxMentioned + 1; i++) people.Add(await given.PersonAsync(name: $"Nachbar{i:D2}"));
        foreach (var person in people) await site.PostAsync(idea, person, "Guten Tag.");
        await site.WithDbAsync(db => db.People.Where(person => person.Id == newcomer.Person).ExecuteUpdateAsync(set => set.SetProperty(person => person.JoinedAt, TimeProvider.System.GetUtcNow())));
        var everyone = string.Join(' ', people.Select((_, number) => $"@Nachbar{number:D2} @nachbar{number:D2}"));

        await site.PostAsync(idea, newcomer, everyone);
        Assert.Equal(Notification.MaxMentionedByNew, await ToldAsync(site));
        await site.PostAsync(idea, people[0], everyone);
        Assert.Equal(Notification.MaxMentionedByNew + Notification.MaxMentioned, await ToldAsync(site));
        var inbox = await (await Browsing.AsAsync(site, people[1])).GetAsync("/mitteilungen");
        Assert.Equal(2, inbox.QuerySelectorAll(".inbox-entry__link").Count(link => link.TextContent.Contains("genannt", StringComparison.Ordinal)));
    }

    private static Task<int> ToldAsync(TestSite site) => site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.Kind == NotificationKind.CommentMentioned));

    private static async Task<string> FormatAsync(TestSite site, string text) =>
        (await site.UseAsync<TextFormatter, Outcome<FormattedText>>(texts => texts.FormatAsync(text, 10_000, default))).Value!.Html.Trim();

    [GeneratedRegex("(?<place>fn|fnref)-[a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scope();
}
