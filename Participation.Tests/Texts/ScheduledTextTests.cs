using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Tests.News;
using Participation.Tests.Support;
using Participation.Web.Editing;
using Participation.Web.Shared;

namespace Participation.Tests.Texts;

/// <summary>The form of a text that is discussed: planned for a day, left half written.</summary>
public sealed class ScheduledTextTests
{
    private const string Form = "#text";

    private static readonly Dictionary<string, string> Filled = new() { ["Input.Title"] = "Leitlinien", ["Input.Lead"] = "Was meinen Sie?", ["Input.Process"] = "smart-city", ["Input.Whole"] = "# Wege\n\nBänke stehen im Schatten." };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_scheduled_text_appears_by_itself_when_its_time_comes(string database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 12, 8, 59, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        await given.ProcessAsync();
        var (staff, visitor) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        await staff.SubmitAsync(Links.NewText, Form, new(Filled) { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2027-01-12T10:00" });
        Assert.Equal((HttpStatusCode.Redirect, Links.Text(1, "Leitlinien")), (staff.Last.StatusCode, staff.Last.Headers.Location?.ToString()));
        Assert.NotNull((await staff.GetAsync(Links.Text(1, "Leitlinien"))).QuerySelector("main [role=note]"));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        string[] shown = [Links.Text(1, "Leitlinien"), Links.Passage(2), Links.TextFeed(1)];
        foreach (var address in shown) Assert.Equal((address, HttpStatusCode.NotFound), (address, await StatusAsync(address)));
        Assert.False(await IsListedAsync(Links.Texts));
        Assert.False(await IsListedAsync(Links.Process("smart-city")));

        clock.SetUtcNow(new DateTimeOffset(2027, 1, 12, 9, 0, 1, TimeSpan.Zero));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        foreach (var address in shown) Assert.Equal((address, HttpStatusCode.OK), (address, await StatusAsync(address)));
        Assert.True(await IsListedAsync(Links.Texts));
        Assert.True(await IsListedAsync(Links.Process("smart-city")));

        async Task<HttpStatusCode> StatusAsync(string address)
        {
            await visitor.GetAsync(address);
            return visitor.Last.StatusCode;
        }

        async Task<bool> IsListedAsync(string address) => (await visitor.GetAsync(address)).QuerySelector($"main a[href='{Links.Text(1, "Leitlinien")}']") is not null;
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_typed_is_kept_comes_back_and_is_forgotten_once_it_is_saved(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var staff = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        await staff.SubmitAsync(Links.NewText, Form, Filled, "[data-keep-now]");
        Assert.Equal(0, await site.WithDbAsync(db => db.DiscussedTexts.CountAsync()));
        var page = await staff.GetAsync(Links.NewText);
        Assert.NotNull(page.QuerySelector("#zwischenstand-verwerfen"));
        var fields = NewsSteps.Sent(page, Form);
        Assert.All(Filled, field => Assert.Equal((field.Key, field.Value), (field.Key, fields[field.Key].ReplaceLineEndings("\n"))));
        await staff.PostAsync(Links.NewText, fields);
        Assert.Equal(HttpStatusCode.Redirect, staff.Last.StatusCode);
        Assert.Equal((1, 0), await site.WithDbAsync(async db => (await db.DiscussedTexts.CountAsync(), await db.KeptForms.CountAsync())));
    }
}
