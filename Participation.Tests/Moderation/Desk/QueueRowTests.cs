using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Hosting;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Desk;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Desk;

public sealed class QueueRowTests : BunitContext
{
    private static readonly QueueItem Item = new(CaseRef.OfComment(17, 5), "Neuer Beitrag", "Bänke am Markt", A.Moment, TimeSpan.FromDays(2), "Smart City", "Anna: Gut.");

    private readonly FakeTimeProvider _clock = new(A.Moment);

    public QueueRowTests() => Services.AddSingleton(new CityClock(Options.Create(new CityOptions()), _clock));

    [Theory, InlineData(0, "due", "bis "), InlineData(25, "due due--soon", "bald fällig: bis "), InlineData(49, "due due--late", "überfällig")]
    public void How_late_something_is_stands_in_words_beside_its_colour(int hours, string colour, string words)
    {
        _clock.Advance(TimeSpan.FromHours(hours));
        var mark = Render<DueMark>(parameters => parameters.Add(p => p.Due, Item.Due).Add(p => p.Near, Item.Target / 2)).Find("span");
        Assert.Equal(colour, mark.ClassName);
        Assert.Contains(words, mark.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_free_case_offers_to_be_taken_ones_own_to_be_given_back_and_anothers_asks_first()
    {
        var claim = new ClaimRow(SubjectKind.Comment, SubjectKind.Idea, 17, 5, A.Moderator, "Anna Berg", A.Moment.AddMinutes(15), ClaimId.New(A.Moment));
        var free = Row(null, false);
        Assert.Equal("17:5", free.Find(".queue__claim button").GetAttribute("value"));
        Assert.False(free.Find(".queue__claim button").HasAttribute("formaction"));
        Assert.Equal(Links.ClaimRelease, Row(claim, true).Find(".queue__claim button").GetAttribute("formaction"));
        var others = Row(claim, false);
        Assert.Empty(others.FindAll(".queue__claim button"));
        Assert.Contains("bei Anna Berg bis", others.Find(".queue__claim .status").TextContent, StringComparison.Ordinal);
        Assert.Equal(Links.ClaimOf(Item.Case), others.Find(".queue__claim a").GetAttribute("href"));
        // Whoever has it: it can be opened by everyone.
        Assert.Equal(Links.ModerateComment(17, 5), others.Find("a.queue__item").GetAttribute("href"));
    }

    private IRenderedComponent<QueueRow> Row(ClaimRow? claim, bool mine) => Render<QueueRow>(parameters => parameters.Add(p => p.Item, Item).Add(p => p.Claim, claim).Add(p => p.IsMine, mine).Add(p => p.MayPick, true));
}
