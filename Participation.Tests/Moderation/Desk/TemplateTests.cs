using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Moderation.Desk;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Desk;

public sealed class TemplateTests
{
    private static readonly Dictionary<string, string> Filled = new() { ["Input.Title"] = "Kettenbrief", ["Input.Ground"] = "OffTopic", ["Input.Text"] = "Das ist ein Kettenbrief." };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_team_writes_changes_and_deletes_templates(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var first = await site.WithDbAsync(db => db.ReasonTemplates.CountAsync());
        Assert.True(first > 5);

        await moderator.SubmitAsync(Links.NewReasonTemplate, "#vorlage", Filled);
        await moderator.SubmitAsync(Links.NewReasonTemplate, "#vorlage", Filled);
        Assert.Equal(HttpStatusCode.Redirect, moderator.Last.StatusCode);
        var made = await site.WithDbAsync(db => db.ReasonTemplates.SingleAsync(template => template.Title == "Kettenbrief"));
        Assert.Equal(first + 1, await site.WithDbAsync(db => db.ReasonTemplates.CountAsync()));
        var taken = await moderator.SubmitAsync(Links.NewReasonTemplate, "#vorlage", new(Filled) { ["Input.Text"] = "Anders." });
        Assert.Equal((HttpStatusCode.Conflict, "Anders."), (moderator.Last.StatusCode, Text(taken)));

        var page = Links.ReasonTemplate(made.Number);
        var old = Browsing.Fields((IHtmlFormElement)(await moderator.GetAsync(page)).QuerySelector("#vorlage")!);
        await moderator.SubmitAsync(page, "#vorlage", new() { ["Input.Text"] = "Ein Kettenbrief gehört nicht hierher." });
        var conflict = await moderator.PostAsync(page, new(old) { ["Input.Text"] = "Mein Wortlaut." });
        Assert.Equal((HttpStatusCode.Conflict, "Mein Wortlaut."), (moderator.Last.StatusCode, Text(conflict)));
        Assert.Contains("Ein Kettenbrief gehört nicht hierher.", conflict.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);

        await moderator.SubmitAsync(page, "#vorlage-loeschen", new() { ["Input.Version"] = "0" });
        Assert.Equal(HttpStatusCode.Conflict, moderator.Last.StatusCode);
        await moderator.SubmitAsync(page, "#vorlage-loeschen", []);
        Assert.Equal(Links.ReasonTemplates, moderator.Last.Headers.Location?.ToString());
        Assert.Equal(first, await site.WithDbAsync(db => db.ReasonTemplates.CountAsync()));
    }

    [Theory, InlineData("", "Respect", "Text"), InlineData("Titel", "None", "Text"), InlineData("Titel", "Imported", "Text"), InlineData("Titel", "Respect", " "), InlineData("Titel", "77", "Text")]
    public async Task An_incomplete_template_is_not_saved_and_keeps_what_was_typed(string title, string ground, string text)
    {
        await using var site = await TestSite.StartAsync();
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var before = await site.WithDbAsync(db => db.ReasonTemplates.CountAsync());
        var page = await moderator.SubmitAsync(Links.NewReasonTemplate, "#vorlage", new() { ["Input.Title"] = title, ["Input.Ground"] = ground, ["Input.Text"] = text });
        Assert.Equal(HttpStatusCode.BadRequest, moderator.Last.StatusCode);
        Assert.Equal(title, page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal(before, await site.WithDbAsync(db => db.ReasonTemplates.CountAsync()));
    }

    [Fact]
    public async Task Without_script_a_template_fills_the_form_of_a_case_and_the_decision_follows_from_there()
    {
        await using var site = await TestSite.StartAsync();
        var queue = await FilledQueue.StartAsync(site);
        var page = Links.ModerateComment(queue.Discussed, queue.Comments[0]);
        var template = await site.WithDbAsync(db => db.ReasonTemplates.FirstAsync(candidate => candidate.Ground == Ground.Advertising));
        var form = (IHtmlFormElement)(await queue.Moderator.GetAsync(page)).QuerySelector("#entscheidung")!;
        Assert.Equal("?handler=Template", form.QuerySelector("[data-reason-picker] button")!.GetAttribute("formaction"));

        var filled = await queue.Moderator.PostAsync(page + "?handler=Template", new(Browsing.Fields(form)) { ["vorlage"] = $"{template.Number}", ["Input.Facts"] = "Schon getippt." });
        Assert.Equal(HttpStatusCode.OK, queue.Moderator.Last.StatusCode);
        var again = (IHtmlFormElement)filled.QuerySelector("#entscheidung")!;
        Assert.Equal($"Schon getippt.\n\n{template.Text}", Browsing.Fields(again)["Input.Facts"].ReplaceLineEndings("\n"));
        Assert.Equal("Advertising", Browsing.Fields(again)["Input.Ground"]);
        // The page stands at another address now; the decision does not.
        Assert.Equal(page, again.GetAttribute("action"));

        await queue.Moderator.PostAsync(page, new(Browsing.Fields(again)) { ["Input.Step"] = "Decline" });
        Assert.Equal([Measure.Decline], await queue.MeasuresAsync());
    }

    [Fact]
    public async Task There_are_no_more_templates_than_anyone_can_choose_from()
    {
        await using var site = await TestSite.StartAsync();
        var actor = await new Given(site).PersonAsync(Role.Moderator);
        Task<Domain.Refusal?> SaveAsync(int i) => site.UseAsync<SaveTemplate, Domain.Refusal?>(save => save.ExecuteAsync(null, 0, new TemplateText($"Vorlage {i}", Ground.Respect, "Text."), actor, default));
        var left = ReasonTemplate.Most - await site.WithDbAsync(db => db.ReasonTemplates.CountAsync());
        for (var i = 0; i < left; i++) Assert.Null(await SaveAsync(i));
        Assert.IsType<TooManyTemplates>(await SaveAsync(left));
    }

    private static string Text(IHtmlDocument page) => page.QuerySelector("#Input_Text")!.TextContent.Trim();
}
