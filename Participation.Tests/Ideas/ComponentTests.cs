using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Discussions;
using Participation.Web.Hosting;
using Participation.Web.Ideas;

namespace Participation.Tests.Ideas;

public sealed class ComponentTests : BunitContext
{
    public ComponentTests()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        Services.AddSingleton(new CityClock(Options.Create(new CityOptions()), time));
    }

    [Fact]
    public void Every_status_has_a_word_and_a_glyph()
    {
        var words = Enum.GetValues<IdeaStatus>().Select(status => Render<StatusBadge>(parameters => parameters.Add(badge => badge.Status, status))).ToList();
        Assert.All(words, badge => Assert.NotEmpty(badge.Find("svg").Children));
        Assert.Equal(words.Count, words.Select(badge => badge.Find(".status").TextContent.Trim()).Distinct().Count());
    }

    [Theory, InlineData(0, 0, 0, 1), InlineData(7, 0, 0, 1), InlineData(7, 2, 1, 3)]
    public void The_bar_is_full_and_says_its_numbers(int @for, int neutral, int against, int parts)
    {
        var bar = Render<StanceBar>(parameters => parameters.Add(b => b.Counts, new StanceCounts(@for, neutral, against)).Add(b => b.Number, 17));
        var rects = bar.FindAll("rect");
        Assert.Equal(parts, rects.Count);
        var last = rects[^1];
        var end = double.Parse(last.GetAttribute("x")!, System.Globalization.CultureInfo.InvariantCulture) + double.Parse(last.GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(100, end, 0.05);
        Assert.Equal($"Haltungen: {@for} dafür, {neutral} neutral, {against} dagegen", bar.Find("figure").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_comment_pushed_live_knows_no_viewer_and_a_page_shows_what_is_ones_own()
    {
        var comment = new CommentView(17, 3, null, 0, "0000003", "Kletterrose", null, ByIdeaAuthor: false, CommentLabel.Question, "<p>Wann?</p>", CommentStatus.Published,
            new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), null, null, null, 0);
        Assert.All(Render<CommentItem>(p => p.Add(item => item.Comment, comment)).FindAll("[data-own], [data-for-moderator]"), link => Assert.True(link.HasAttribute("hidden")));
        var own = Render<CommentItem>(p => p.Add(item => item.Comment, comment).Add(item => item.Viewer, new CommentViewer("Kletterrose", IsModerator: false)));
        Assert.All(own.FindAll("[data-own]"), link => Assert.False(link.HasAttribute("hidden")));
        Assert.All(own.FindAll("[data-for-moderator]"), link => Assert.True(link.HasAttribute("hidden")));
    }

    [Fact]
    public void A_hidden_comment_is_a_stub_with_its_reason_and_without_its_text()
    {
        var comment = new CommentView(17, 3, null, 0, "0000003", "Kletterrose", null, ByIdeaAuthor: false, CommentLabel.None, "<p>Geheim</p>", CommentStatus.Hidden,
            new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), null, new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero), "Netiquette: Respekt", 0);
        var stub = Render<CommentItem>(p => p.Add(item => item.Comment, comment));
        Assert.Contains("Netiquette: Respekt", stub.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", stub.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Kletterrose", stub.Markup, StringComparison.Ordinal);
    }
}
