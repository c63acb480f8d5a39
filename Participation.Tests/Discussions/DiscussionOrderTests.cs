using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Tests.Support;

namespace Participation.Tests.Discussions;

/// <summary>In which order a discussion is read, and how long threads are split.</summary>
public sealed class DiscussionOrderTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Threads_are_read_by_last_activity_newest_or_oldest_first(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var number = await DiscussAsync(site, (null, 1), (null, 2), (null, 3), (2, 5), (1, 4));
        var visitor = Browsing.Visitor(site);

        foreach (var (word, expected) in new (string?, int[])[] { (null, [2, 1, 3]), ("aktiv", [2, 1, 3]), ("neu", [3, 2, 1]), ("alt", [1, 2, 3]), ("unbekannt", [2, 1, 3]) })
        {
            var page = await visitor.GetAsync($"/ideen/{number}/mehr-baenke-am-markt?reihenfolge={word}");
            Assert.Equal(expected, page.QuerySelectorAll("[data-thread] > li").Select(Number));
            Assert.Equal(word is "neu" or "alt" ? word : "aktiv", page.QuerySelector("#reihenfolge option[selected]")!.GetAttribute("value"));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_long_thread_has_pages_that_show_each_reply_once_and_in_order(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var number = await DiscussAsync(site, [(null, 1), .. Enumerable.Range(2, 229).Select(i => ((int?)(i % 4 == 0 ? i - 1 : 1), i))]);
        var visitor = Browsing.Visitor(site);
        var expected = await site.WithDbAsync(db => db.Comments.Where(comment => comment.Depth > 0).OrderBy(comment => comment.Path).Select(comment => comment.Number).ToListAsync());

        var (met, pages) = (new List<int>(), 0);
        for (var next = $"/ideen/{number}/gespraech/1"; next is not null; pages++)
        {
            var page = await visitor.GetAsync(next);
            Assert.Equal(pages > 0, page.QuerySelector($"main p a[href='/ideen/{number}/gespraech/1']") is not null);
            met.AddRange(page.QuerySelectorAll("main li[data-number]").Skip(1).Select(Number));
            next = page.QuerySelector("[data-more-replies]")?.GetAttribute("href");
            Assert.True(next is null || next.Contains("?nach=", StringComparison.Ordinal));
        }

        Assert.Equal(3, pages);
        Assert.Equal(expected, met);
    }

    [Theory, InlineData(CommentLabel.For, "stance--for", "dafür"), InlineData(CommentLabel.Against, "stance--against", "dagegen"), InlineData(CommentLabel.Question, "stance--question", "Frage")]
    public async Task The_label_that_a_writer_chose_is_shown_and_no_label_shows_none(CommentLabel label, string css, string word)
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var writer = await Browsing.AsAsync(site, await given.PersonAsync());
        var page = $"/ideen/{number}/mehr-baenke-am-markt";
        await writer.SubmitAsync(page, "form[data-comment-form]", new() { ["Body"] = "Mit Angabe", ["Label"] = label.ToString() });
        await writer.SubmitAsync(page, "form[data-comment-form]", new() { ["Body"] = "Ohne Angabe" });

        var shown = await writer.GetAsync(page);
        Assert.Equal(word, shown.QuerySelector($"#beitrag-1 .comment__head .{css}")!.TextContent.Trim());
        Assert.NotNull(shown.QuerySelector("#beitrag-2 .comment__head"));
        Assert.Null(shown.QuerySelector("#beitrag-2 .stance"));
    }

    private static int Number(IElement item) => int.Parse(item.GetAttribute("data-number")!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An idea with comments, each under another one or none, at a minute.</summary>
    private static async Task<int> DiscussAsync(TestSite site, params (int? Parent, int Minute)[] comments)
    {
        var given = new Given(site);
        var (number, author) = (await given.IdeaAsync(), await given.PersonAsync());
        return await site.WithDbAsync(async db =>
        {
            var (idea, posted) = (await db.Ideas.SingleAsync(candidate => candidate.Number == number), new List<Comment>());
            foreach (var (parent, minute) in comments)
            {
                var (above, at) = (parent is { } one ? posted[one - 1] : null, A.Moment.AddMinutes(minute));
                posted.Add(Comment.Post(CommentId.New(at), Subject.Of(idea.Id), idea.NextCommentNumber(), above, author.Person, null, CommentLabel.None, A.Text("Text"), held: false, $"{number}-{minute}", at));
                if (above is not null) posted.Single(root => root.Id == above.RootId).Touch(at);
                idea.CountComment(1, at);
            }

            db.Comments.AddRange(posted);
            await db.SaveChangesAsync();
            return number;
        });
    }
}
