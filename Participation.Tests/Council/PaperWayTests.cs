using Participation.Domain.Council;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>The one timeline of a paper, through several bodies.</summary>
public sealed class PaperWayTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_paper_is_brought_in_deliberated_recommended_and_decided_in_that_order(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.WithDbAsync(db =>
        {
            var (committee, council) = (A.Body(), A.Body(2, "Rat der Stadt"));
            var paper = A.Paper(committee);
            var meetings = new[] { committee, committee, council }.Select((body, index) => A.Meeting(body, index + 1, $"Sitzung {index + 1}", start: A.Moment + (Week * (index + 1)))).ToList();
            (ConsultationRole Role, ResolutionResult Result)[] steps = [(ConsultationRole.Information, ResolutionResult.Noted), (ConsultationRole.Recommendation, ResolutionResult.Adopted), (ConsultationRole.Decision, ResolutionResult.Adopted)];
            // The order of the days counts, not that of the entries.
            foreach (var index in new[] { 2, 0, 1 })
            {
                var item = meetings[index].AddItem(index + 1, new AgendaItemPlan($"Ö {index + 2}", 1, "Bänke am Markt", true), A.Moment);
                paper.Consult(3 - index, new(meetings[index].BodyId, meetings[index].Id, item.Id, steps[index].Role, index == 2), A.Moment);
                db.Resolutions.Add(Resolution.Publish(index + 1, item.Id, A.Resolution(steps[index].Result) with { Text = $"Schritt {index + 1}." }, null, meetings[index].Start));
            }

            db.AddRange(committee, council, paper);
            db.AddRange(meetings);
            return db.SaveChangesAsync();
        });
        var page = await Browsing.Visitor(site).GetAsync(Links.Paper(1, "Bänke am Markt"));
        var way = Assert.Single(page.QuerySelectorAll("ol.way"));
        Assert.Equal(["eingebracht", "beraten", "empfohlen", "beschlossen"], way.QuerySelectorAll(".phases__name").Select(name => name.TextContent));
        Assert.Equal(["2. März 2026", "9. März 2026, Ö 2", "16. März 2026, Ö 3", "23. März 2026, Ö 4"], way.QuerySelectorAll(".phases__item:first-child .phases__when, .phases__when a").Select(day => day.TextContent.Replace('\u00A0', ' ')));
        Assert.Equal(["Ausschuss für Digitalisierung", "Ausschuss für Digitalisierung", "Rat der Stadt"], way.QuerySelectorAll(".phases__when > span:first-child").Select(body => body.TextContent));
        Assert.Equal([Links.AgendaItem(1, 1), Links.AgendaItem(2, 2), Links.AgendaItem(3, 3)], way.QuerySelectorAll(".phases__when a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Schritt 1.", "Schritt 2.", "Schritt 3."], way.QuerySelectorAll(".resolution .keep-lines").Select(text => text.TextContent));
        Assert.All(way.Children, step => Assert.Contains("phases__item--done", step.ClassList));
        Assert.Null(way.QuerySelector("[aria-current]"));
    }
}
