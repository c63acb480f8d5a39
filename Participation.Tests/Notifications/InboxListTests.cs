using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Participation.Domain.Notifications;
using Participation.Web.Hosting;
using Participation.Web.Notifications;

namespace Participation.Tests.Notifications;

public sealed class InboxListTests : BunitContext
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public InboxListTests() => Services.AddSingleton(new CityClock(Options.Create(new CityOptions()), TimeProvider.System));

    [Fact]
    public void Every_kind_has_a_sentence_in_both_languages()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var kind in Enum.GetValues<NotificationKind>())
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
                var german = InboxText.Of(Item(kind));
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
                var english = InboxText.Of(Item(kind));
                // Every one about an idea or an organisation names it; the others are about the person's own account.
                if (kind is not (NotificationKind.ResidenceConfirmed or NotificationKind.DataExportReady)) Assert.Contains("Bänke", german, StringComparison.Ordinal);
                Assert.NotEmpty(german);
                Assert.NotEqual(german, english);
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void An_unread_entry_is_marked_with_a_word()
    {
        var list = Render<InboxList>(parameters => parameters.Add(p => p.Items, [Item(NotificationKind.IdeaPublished), Item(NotificationKind.IdeaPublished) with { IsUnread = false }]));
        Assert.Single(list.FindAll(".inbox-entry[data-unread] .status"));
        Assert.Equal(2, list.FindAll(".inbox-entry").Count);
    }

    [Fact]
    public void A_reason_is_shown_as_text()
    {
        var list = Render<InboxList>(parameters => parameters.Add(p => p.Items, [Item(NotificationKind.CommentHidden) with { Detail = "<b>Beleidigung</b>" }]));
        Assert.Contains("<b>Beleidigung</b>", list.Find(".inbox-entry__detail").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merged_idea_names_the_other_one()
    {
        var item = Item(NotificationKind.IdeaMerged) with { Detail = "Mehr Schatten" };
        Assert.Contains("Mehr Schatten", InboxText.Of(item), StringComparison.Ordinal);
        Assert.Null(InboxText.DetailOf(item));
    }

    private static InboxItem Item(NotificationKind kind) => new(NotificationId.New(At), kind, 3, null, "Bänke", null, At, true);
}
