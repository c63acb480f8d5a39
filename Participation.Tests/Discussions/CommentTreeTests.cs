using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Discussions;
using Participation.Web.Discussions;
using Participation.Web.Hosting;

namespace Participation.Tests.Discussions;

public sealed class CommentTreeTests : BunitContext
{
    public CommentTreeTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        Services.AddSingleton(new CityClock(Options.Create(new CityOptions()), new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))));
    }

    [Fact]
    public void Replies_hang_under_what_they_answer_in_the_order_of_their_paths()
    {
        var thread = new ThreadView(View(1, "1"), [View(2, "12"), View(4, "124"), View(3, "13")], HasMore: false);
        var tree = Render<CommentTree>(parameters => parameters.Add(list => list.Branches, [CommentBranch.Of(thread)]));
        Assert.Equal(["1", "2", "4", "3"], tree.FindAll("li[data-number]").Select(item => item.GetAttribute("data-number")));
        Assert.NotNull(tree.Find("#beitrag-1 > ol > #beitrag-2 > ol > #beitrag-4"));
        Assert.NotNull(tree.Find("#beitrag-1 > ol > #beitrag-3"));
    }

    [Fact]
    public void A_name_is_text_wherever_it_stands_and_nothing_is_shown_of_nothing()
    {
        var tree = Render<CommentTree>(parameters => parameters.Add(list => list.Branches, [new CommentBranch(View(1, "1") with { Author = "<b>Rose</b> & Co" }, [])]));
        Assert.Equal("<b>Rose</b> & Co", tree.Find("#autor-1").TextContent);
        Assert.Empty(tree.FindAll("b"));
        Assert.Equal("", Render<CommentTree>(parameters => parameters.Add(list => list.Branches, [])).Markup.Trim());
    }

    [Fact]
    public void A_thread_that_goes_on_links_from_its_last_reply()
    {
        var list = Render<ThreadList>(parameters => parameters.Add(threads => threads.Threads,
            [new ThreadView(View(1, "0000001"), [View(2, "00000010000002")], HasMore: true), new ThreadView(View(3, "0000003"), [], HasMore: false)]));
        var more = Assert.Single(list.FindAll("[data-more-replies]"));
        Assert.Equal(("1", "/ideen/17/gespraech/1?nach=00000010000002"), (more.GetAttribute("data-more-replies"), more.GetAttribute("href")));
        Assert.Equal(["beitrag-1", "beitrag-3"], list.FindAll("li[data-number]").Where(item => item.ParentElement!.GetAttribute("data-replies") is null).Select(item => item.Id));
        Assert.Equal("", Render<ThreadList>(parameters => parameters.Add(threads => threads.Threads, [])).Markup.Trim());
    }

    private static CommentView View(int number, string path) => new(
        17, number, null, 0, path, "Kletterrose", null, ByIdeaAuthor: false, CommentLabel.None, "<p>Gut.</p>", CommentStatus.Published,
        new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), null, null, null, 0);
}
