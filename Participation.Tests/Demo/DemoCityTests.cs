using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Data;
using Participation.Web.Demo;
using Participation.Web.Shared;

namespace Participation.Tests.Demo;

public sealed class DemoCityTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Stored_counts_equal_the_rows(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var (ideas, comments, stances, decisions) = await site.WithDbAsync(async db => (
            await db.Ideas.AsNoTracking().ToListAsync(), await db.Comments.AsNoTracking().ToListAsync(), await db.Stances.AsNoTracking().ToListAsync(), await db.Decisions.CountAsync()));

        Assert.Equal(36, ideas.Count);
        Assert.Equal((242, 7), (comments.Count(comment => comment.SubjectKind is SubjectKind.Idea), comments.Count(comment => comment.SubjectKind is SubjectKind.TextPassage)));
        Assert.Equal(6, comments.Count(comment => comment.Status is CommentStatus.Hidden));
        Assert.Equal(6, decisions);
        Assert.NotEmpty(stances);
        foreach (var idea in ideas)
        {
            var own = stances.Where(stance => stance.IdeaId == idea.Id).ToList();
            Assert.Equal(new StanceCounts(own.Count(s => s.Kind is StanceKind.For), own.Count(s => s.Kind is StanceKind.Neutral), own.Count(s => s.Kind is StanceKind.Against)), idea.Stances);
            Assert.DoesNotContain(own, stance => stance.PersonId == idea.AuthorId);
            Assert.Equal(comments.Count(comment => comment.SubjectId == idea.Id.Value && comment.IsVisible), idea.CommentCount);
        }

        foreach (var passage in await site.WithDbAsync(db => db.TextPassages.AsNoTracking().ToListAsync()))
            Assert.Equal(comments.Count(comment => comment.SubjectId == passage.Id.Value && comment.IsVisible), passage.CommentCount);
        foreach (var comment in comments)
            Assert.Equal(comments.Count(below => below.Status is CommentStatus.Published or CommentStatus.Hidden && below.Number != comment.Number && below.RootId == comment.RootId && below.Path.StartsWith(comment.Path, StringComparison.Ordinal)), comment.ReplyCount);
    }

    [Fact]
    public async Task Ideas_have_every_status_of_the_content_and_numbers_in_order_of_submission()
    {
        await using var site = await TestSite.StartAsync(demo: true);
        var ideas = await site.WithDbAsync(db => db.Ideas.AsNoTracking().ToListAsync());
        var counts = ideas.GroupBy(idea => idea.Status).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal((8, 7, 6, 3, 3), (counts[IdeaStatus.Published], counts[IdeaStatus.Accepted], counts[IdeaStatus.UnderReview], counts[IdeaStatus.PartlyAccepted], counts[IdeaStatus.Rejected]));
        Assert.Equal((2, 2, 2, 2, 1), (counts[IdeaStatus.Implemented], counts[IdeaStatus.Submitted], counts[IdeaStatus.Draft], counts[IdeaStatus.Merged], counts[IdeaStatus.Withdrawn]));
        Assert.Equal(Enumerable.Range(1, 34), ideas.Where(idea => idea.SubmittedAt is not null).OrderBy(idea => idea.SubmittedAt).Select(idea => idea.Number ?? 0));
        Assert.Equal(35, await site.WithDbAsync(db => db.NextNumberAsync(Counter.Ideas, default)));
        Assert.All(ideas.Where(idea => idea.Status is IdeaStatus.Merged), idea => Assert.NotNull(idea.MergedIntoId));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Papers_have_files_that_say_that_they_are_invented_and_are_found_by_their_words(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var documents = await site.WithDbAsync(db => db.Documents.AsNoTracking().ToListAsync());
        Assert.All(documents, document => Assert.Contains("erfunden", document.Text, StringComparison.Ordinal));
        Assert.Equal(documents.Count + 1, await site.WithDbAsync(db => db.NextNumberAsync(Counter.Documents, default)));
        var visitor = Browsing.Visitor(site);
        Assert.NotEmpty((await visitor.GetAsync(Links.PapersOf("erfundene Unterlage", null, 1))).QuerySelectorAll("main a[href^='/vorlagen/']"));
        var (number, title) = (documents[0].Number, documents[0].Title);
        Assert.Equal(documents[0].Content, await visitor.Client.GetByteArrayAsync(Links.Document(number, title)));
    }

    /// <summary>From the sitemap on: every page is there, and nothing that a visitor can click on one leads nowhere.</summary>
    [Fact]
    public async Task No_page_of_the_sitemap_has_a_dead_link()
    {
        await using var site = await TestSite.StartAsync(demo: true);
        var visitor = Browsing.Visitor(site);
        var pages = XDocument.Parse(await visitor.Client.GetStringAsync(Links.Sitemap)).Descendants().Where(node => node.Name.LocalName == "loc").Select(node => new Uri(node.Value).PathAndQuery).ToList();
        foreach (var part in new[] { "/gremien/", "/sitzungen/", "/vorlagen/", "/massnahmen/", "/dienste/", "/ergebnisse/", "/neuigkeiten/" }) Assert.Contains(pages, page => page.StartsWith(part, StringComparison.Ordinal));
        Assert.Contains(Links.Strategy, pages);
        var (seen, dead) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        foreach (var page in pages)
        {
            var document = await visitor.GetAsync(page);
            if ((int)visitor.Last.StatusCode != 200) dead.Add($"{page}: {(int)visitor.Last.StatusCode}");
            foreach (var link in document.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0])) seen.TryAdd(link, page);
        }

        foreach (var (link, page) in seen.Where(link => !pages.Contains(link.Key)))
        {
            using var answer = await visitor.Client.GetAsync(link);
            if ((int)answer.StatusCode >= 400) dead.Add($"{link} on {page}: {(int)answer.StatusCode}");
        }

        Assert.True(dead.Count == 0, string.Join('\n', dead));
        Assert.True(seen.Count > 300, $"Only {seen.Count} links.");
    }

    [Fact]
    public async Task A_second_start_changes_nothing_and_still_knows_that_the_content_is_invented()
    {
        await using var site = await TestSite.StartAsync(demo: true);
        var before = await site.WithDbAsync(db => db.Comments.CountAsync());

        await site.UseAsync<FirstContent, bool>(async first => { await first.EnsureAsync(default); return true; });

        Assert.Equal(before, await site.WithDbAsync(db => db.Comments.CountAsync()));
        Assert.True(site.Services.GetRequiredService<DemoState>().IsLoaded);
    }

    [Fact]
    public async Task Without_the_demo_there_is_one_process_and_no_account()
    {
        await using var site = await TestSite.StartAsync();
        var process = await site.WithDbAsync(db => db.Processes.AsNoTracking().SingleAsync());

        Assert.Equal("smart-city-ratingen", process.Slug);
        Assert.Equal((0, 0, 0), await site.WithDbAsync(async db => (await db.Ideas.CountAsync(), await db.People.CountAsync(), await db.Users.CountAsync())));
        Assert.False(await site.WithDbAsync(db => db.Pages.AnyAsync(page => page.Slug == DemoState.PageSlug)));
        Assert.False(site.Services.GetRequiredService<DemoState>().IsLoaded);
    }

    [Theory, InlineData(0), InlineData(2), InlineData(400)]
    public void Dates_move_by_whole_days_but_not_those_before_2026(int days)
    {
        var calendar = new DemoCalendar(DemoContent.Today.AddDays(days));
        var posted = new DateTimeOffset(2026, 11, 20, 9, 10, 0, TimeSpan.FromHours(1));
        var old = new DateTimeOffset(2021, 7, 2, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(posted.AddDays(days), calendar.Move(posted));
        Assert.Equal(old, calendar.Move(old));
        Assert.Equal(new DateOnly(2027, 1, 10).AddDays(days), calendar.Day(2027, 1, 10));
    }
}
