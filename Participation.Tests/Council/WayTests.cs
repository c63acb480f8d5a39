using System.Globalization;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>The words for the steps of a paper's way: what two bodies said, and what is still to come.</summary>
public sealed class WayTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_paper_is_brought_in_deliberated_recommended_and_decided_in_that_order(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.WithDbAsync(db =>
        {
            var (committee, council) = (A.Body(), A.Body(2, "Rat der Stadt"));
            var paper = A.Paper(committee);
            var meetings = new[] { committee, committee, council }.Select((body, index) => A.Meeting(body, index + 1, $"Sitzung {index + 1}", start: A.Moment.AddDays(7 * (index + 1)))).ToList();
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

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_no_of_a_committee_is_advice_and_one_of_the_council_is_the_end(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await AddAsync(site, [new(ConsultationRole.Recommendation, -20, ResolutionResult.Rejected)]);
        await AddAsync(site, [new(ConsultationRole.Recommendation, -20, ResolutionResult.Rejected), new(ConsultationRole.Decision, -10, ResolutionResult.Rejected)], first: 10);
        await ReadsAsync(site, 1, "nicht empfohlen", "eingebracht", "nicht empfohlen");
        await ReadsAsync(site, 10, "abgelehnt", "eingebracht", "nicht empfohlen", "abgelehnt");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_still_to_come_says_what_a_body_will_do_and_one_step_is_the_next(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await AddAsync(site, [
            new(ConsultationRole.Information, -20, ResolutionResult.Noted), new(ConsultationRole.Hearing, -5), new(ConsultationRole.Hearing, 5, Cancelled: true), new(ConsultationRole.Recommendation, 10), new(ConsultationRole.Decision, null),
        ]);
        await ReadsAsync(site, 1, "in Beratung", "eingebracht", "beraten", "Anhörung", "Anhörung", "Vorberatung", "Entscheidung");
        var steps = (await Browsing.Visitor(site).GetAsync(Links.Paper(1, "Bänke am Markt"))).QuerySelectorAll(".way > li").Select(step => (step.TextContent, step.ClassList, Current: step.GetAttribute("aria-current"))).ToList();
        Assert.Equal([null, null, "step", null, null, null], steps.Select(step => step.Current));
        foreach (var (at, said) in new[] { (2, "Ergebnis steht noch nicht hier"), (3, "Sitzung abgesagt"), (5, "Termin steht noch nicht fest") })
            Assert.Equal([at], Enumerable.Range(0, steps.Count).Where(index => steps[index].TextContent.Contains(said, StringComparison.Ordinal)));
        Assert.Equal(["done", "done", "now", "next", "next", "next"], steps.Select(step => step.ClassList.Single(name => name.StartsWith("phases__item--", StringComparison.Ordinal))["phases__item--".Length..]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_step_behind_closed_doors_and_one_of_a_hidden_body_are_left_out_and_a_meeting_that_is_a_draft_has_no_day_yet(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await AddAsync(site, [
            new(ConsultationRole.Recommendation, -20, ResolutionResult.Adopted, IsPublic: false), new(ConsultationRole.Information, -15, ResolutionResult.Noted, Body: Publication.Draft),
            new(ConsultationRole.Decision, -10, ResolutionResult.Adopted, Meeting: Publication.Draft),
        ]);
        await ReadsAsync(site, 1, "eingebracht", "eingebracht", "Entscheidung");
        var way = (await Browsing.Visitor(site).GetAsync(Links.Paper(1, "Bänke am Markt"))).QuerySelector(".way")!;
        Assert.Contains("Termin steht noch nicht fest", way.TextContent, StringComparison.Ordinal);
        Assert.Empty(way.QuerySelectorAll("a, .resolution"));
    }

    /// <summary>A paper with each step before a body and in a meeting of its own.</summary>
    private static Task<int> AddAsync(TestSite site, Step[] steps, int first = 1) => site.WithDbAsync(db =>
    {
        var paper = A.Paper(db.Add(A.Body(first + 5, "Federführung")).Entity, first);
        for (var index = 0; index < steps.Length; index++)
        {
            var (step, number) = (steps[index], first + index);
            var body = db.Add(A.Body(number, $"Gremium {number}", publication: step.Body)).Entity;
            var meeting = step.Days is { } days ? A.Meeting(body, number, publication: step.Meeting, start: Now.AddDays(days)) : null;
            var item = meeting?.AddItem(number, new AgendaItemPlan("Ö 1", 1, "Bänke am Markt", step.IsPublic), A.Moment);
            if (meeting is not null) db.Add(meeting);
            if (step.Cancelled) db.Entry(meeting!).Property(one => one.Cancelled).CurrentValue = true;
            paper.Consult(number, new(body.Id, meeting?.Id, item?.Id, step.Role, step.Role is ConsultationRole.Decision), A.Moment);
            if (step.Result is { } result) db.Resolutions.Add(Resolution.Publish(number, item!.Id, A.Resolution(result), null, meeting!.Start));
        }

        db.Add(paper);
        return db.SaveChangesAsync();
    });

    /// <summary>What the badge in the list and on the page says, and the steps by name.</summary>
    private static async Task ReadsAsync(TestSite site, int paper, string stage, params string[] names)
    {
        var page = await Browsing.Visitor(site).GetAsync(Links.Paper(paper, "Bänke am Markt"));
        var row = (await Browsing.Visitor(site).GetAsync(Links.Papers)).QuerySelector(string.Create(CultureInfo.InvariantCulture, $"article[aria-labelledby=vorlage-{paper}]"))!;
        Assert.Equal((stage, stage), (row.QuerySelector(".status")!.TextContent.Trim(), page.QuerySelector(".page-head .status")!.TextContent.Trim()));
        Assert.Equal(names, page.QuerySelectorAll(".way .phases__name").Select(name => name.TextContent));
    }

    /// <param name="Role">What the body does.</param>
    /// <param name="Days">In how many days; null while nobody knows.</param>
    /// <param name="Result">What came of it.</param>
    /// <param name="Cancelled">Whether the meeting does not take place.</param>
    /// <param name="IsPublic">Whether everybody may listen.</param>
    /// <param name="Body">Who reads of the body.</param>
    /// <param name="Meeting">Who reads of the meeting.</param>
    private sealed record Step(ConsultationRole Role, int? Days, ResolutionResult? Result = null, bool Cancelled = false, bool IsPublic = true, Publication? Body = null, Publication? Meeting = null);
}
