using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Tests.Editing;

/// <summary>A form sent twice is one thing. Whoever goes back in the browser and sends something else is not told that it was saved.</summary>
public sealed class SentTwiceTests
{
    private const string Choice = "the first choice";

    private static readonly Dictionary<string, (string Address, string Form, Dictionary<string, string> Values, Dictionary<string, string> Other, Func<ParticipationDbContext, Task<int>> Count)> All = new()
    {
        ["meeting"] = (Links.NewMeeting, "#sitzung", new() { ["Input.Body"] = "1", ["Input.Name"] = "Sondersitzung", ["Input.Start"] = "2031-05-05T17:00" }, new() { ["Input.Place"] = "Rathaus" }, db => db.Meetings.CountAsync()),
        ["paper"] = (Links.NewPaper, "#vorlage", new() { ["Input.Name"] = "Zehn Bänke", ["Input.Planned[0].Body"] = "1" }, new() { ["Input.Summary"] = "Zwölf." }, db => db.Papers.CountAsync()),
        ["result"] = (Links.NewResult, "#ergebnis", new() { ["Input.Process"] = "smart-city", ["Input.Title"] = "Bänke", ["Input.Summary"] = "Zehn.", ["Input.Adopted"] = "Zehn." }, new() { ["Input.SignedOffOn"] = "2026-03-01", ["Input.SignedOffBy"] = "Rat" }, db => db.Results.CountAsync()),
        ["article"] = (Links.NewArticle, "#meldung", new() { ["Input.Title"] = "Ein Brunnen", ["Input.Teaser"] = "Er sprudelt.", ["Input.Body"] = "Seit Samstag." }, new() { ["Input.Body"] = "Seit Sonntag." }, db => db.Articles.CountAsync()),
        ["page"] = (Links.NewPage, "#seite", new() { ["Input.Title"] = "Sommerfest", ["Input.Body"] = "Am Markt." }, new() { ["Input.Section"] = "Feste", ["Input.Summary"] = "Kurz." }, db => db.Pages.CountAsync(page => page.Slug == "sommerfest")),
        ["measure"] = (Links.NewMeasure, "#massnahme", new() { ["Input.Title"] = "Zehn Ladepunkte", ["Input.Field"] = Choice, ["Input.Description"] = "Wo sie fehlen.", ["Input.Milestones[0].Title"] = "Die ersten fünf", ["Input.Milestones[0].DueOn"] = "2031-04-30" }, new() { ["Input.Unit"] = "Tiefbauamt" }, db => db.Measures.CountAsync()),
        ["text"] = (Links.NewText, "#text", new() { ["Input.Title"] = "Leitlinien", ["Input.Process"] = "smart-city", ["Input.Whole"] = "Ein Absatz." }, new() { ["Input.Whole"] = "Ein anderer Absatz." }, db => db.DiscussedTexts.CountAsync()),
    };

    public static TheoryData<string, string> Forms()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, database) in All.Keys.SelectMany(name => Databases.All.Select(database => (name, database.Data)))) data.Add(name, database);
        return data;
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task The_same_form_is_one_thing_and_what_differs_is_refused_and_kept(string name, string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        await site.WithDbAsync(db =>
        {
            db.Bodies.Add(A.Body());
            db.Strategies.Add(A.Strategy());
            return db.SaveChangesAsync();
        });
        var (address, form, values, other, count) = All[name];
        var staff = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        var empty = (IHtmlFormElement)(await staff.GetAsync(address)).QuerySelector(form)!;
        var fields = Browsing.Fields(empty);
        foreach (var (field, value) in values) fields[field] = value is Choice ? ((IHtmlSelectElement)empty.QuerySelector($"[name='{field}']")!).Options.First(option => option.Value.Length > 0).Value : value;
        for (var times = 0; times < 2; times++)
        {
            await staff.PostAsync(address, fields);
            Assert.Equal((name, HttpStatusCode.Redirect), (name, staff.Last.StatusCode));
        }

        foreach (var more in new[] { new Dictionary<string, string> { ["Input.Publish.Step"] = "Publish" }, other })
        {
            var page = await staff.PostAsync(address, fields.Concat(more).GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Value));
            Assert.Equal((name, HttpStatusCode.Conflict), (name, staff.Last.StatusCode));
            Assert.NotNull(page.QuerySelector("#fehler"));
            foreach (var (field, value) in more.Where(field => field.Key != "Input.Publish.Step"))
                Assert.Equal(value, page.QuerySelector($"[name='{field}']") switch { IHtmlTextAreaElement area => area.Value.Trim(), IHtmlInputElement input => input.Value, _ => null });
        }

        Assert.Equal(1, await site.WithDbAsync(count));
    }
}
