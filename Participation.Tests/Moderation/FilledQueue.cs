using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

/// <summary>A moderator in front of a queue, and a visitor who sees what comes of it.</summary>
internal sealed record FilledQueue(TestSite Site, Browsing Moderator, Actor Author, int Discussed, IReadOnlyList<int> Ideas, IReadOnlyList<int> Comments)
{
    /// <summary>Three ideas, and two comments under an idea that is public.</summary>
    public static async Task<FilledQueue> StartAsync(TestSite site)
    {
        var given = new Given(site);
        await given.ProcessAsync("alles-vorher", ModerationMode.PreModerateAll);
        var (author, number) = (await given.PersonAsync(), await given.IdeaAsync(process: "alles-vorher", title: "Ein Garten für alle"));
        var (ideas, comments) = (new List<int>(), new List<int>());
        var topic = await site.WithDbAsync(db => db.Topics.OrderBy(candidate => candidate.Order).Select(candidate => candidate.Key).FirstAsync());
        for (var i = 1; i <= 3; i++)
        {
            var input = new IdeaInput("alles-vorher", $"Wartende Idee {i}", null, "Ein Text, lang genug für eine Idee.", topic, null, null, null, null);
            ideas.Add((await site.UseAsync<SubmitIdea, Outcome<SubmittedIdea>>(submit => submit.ExecuteAsync(input, $"idee-{i}", author, default))).Value!.Number);
        }

        for (var i = 1; i <= 2; i++)
        {
            var input = new CommentInput(number, null, CommentLabel.None, $"Wartender Beitrag {i}", $"beitrag-{i}");
            var posted = await site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(input, author, default));
            Assert.True(posted.Value!.Held);
            comments.Add(posted.Value.Number);
        }

        return new FilledQueue(site, await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)), author, number, ideas, comments);
    }

    public Browsing Visitor { get; } = Browsing.Visitor(Site);

    public IEnumerable<string> Waiting => Ideas.Select(Links.ModerateIdea).Concat(Comments.Select(number => Links.ModerateComment(Discussed, number)));

    public async Task<IEnumerable<string?>> ShownAsync()
    {
        var page = await Moderator.GetAsync(Links.Moderation);
        var shown = page.QuerySelectorAll("#warteschlange a.queue__item").Select(item => item.GetAttribute("href")).ToList();
        Assert.Equal($"{shown.Count}", page.QuerySelector("#warteschlange a[aria-current=page] .num")!.TextContent);
        return shown;
    }

    public Task<IHtmlDocument> DecideAsync(string page, string step, string facts = "", Browsing? by = null) =>
        (by ?? Moderator).SubmitAsync(page, "#entscheidung", facts.Length == 0 ? [] : new() { ["Input.Ground"] = "PersonalData", ["Input.Facts"] = facts }, $"button[value={step}]");

    public async Task<HttpStatusCode> ReadAsync(string address)
    {
        await Visitor.GetAsync(address);
        return Visitor.Last.StatusCode;
    }

    public async Task<string?> CommentAsync(string idea, int number) =>
        (await Visitor.GetAsync(idea)).QuerySelector($"#{Links.CommentAnchor(number)} .comment__body")?.TextContent.Trim();

    public Task<int> ToldAsync(NotificationKind kind) => Site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.Kind == kind && entry.PersonId == Author.Person));

    public Task<List<Measure>> MeasuresAsync() => Site.WithDbAsync(db => db.Decisions.OrderBy(decision => decision.Number).Select(decision => decision.Measure).ToListAsync());
}
