using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Tests.News;
using Participation.Tests.Support;
using Participation.Web.Editing;
using Participation.Web.Shared;

namespace Participation.Tests.Strategy;

/// <summary>The form of an online service: planned for a day, left half written.</summary>
public sealed class ScheduledServiceTests
{
    private const string Form = "#dienst";
    private static readonly string Address = Links.Service(1, "Wohnsitz ummelden");

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_scheduled_service_appears_by_itself_when_its_time_comes(string database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 12, 8, 59, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var (staff, visitor) = (await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        await staff.SubmitAsync(Links.NewService, Form, Filled(new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2027-01-12T10:00" }));
        Assert.Equal(302, (int)staff.Last.StatusCode);
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        Assert.Equal((404, 0), await SeenAsync());

        clock.SetUtcNow(new DateTimeOffset(2027, 1, 12, 9, 0, 1, TimeSpan.Zero));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        Assert.Equal((200, 1), await SeenAsync());
        Assert.Contains("Wohnsitz ummelden", await visitor.Client.GetStringAsync(Links.ServicesCsv), StringComparison.Ordinal);

        async Task<(int, int)> SeenAsync()
        {
            var listed = (await visitor.GetAsync(Links.Services)).QuerySelectorAll(".service-list > li").Length;
            await visitor.GetAsync(Address);
            return ((int)visitor.Last.StatusCode, listed);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_typed_is_kept_comes_back_and_is_forgotten_once_it_is_saved(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var typed = Filled(new() { ["Input.Light"] = "Green", ["Input.LightReason"] = "Bescheid kommt per Mail." });
        await staff.SubmitAsync(Links.NewService, Form, typed, "[data-keep-now]");
        Assert.Equal(0, await site.WithDbAsync(db => db.OnlineServices.CountAsync()));
        var page = await staff.GetAsync(Links.NewService);
        Assert.NotNull(page.QuerySelector("#zwischenstand-verwerfen"));
        var fields = NewsSteps.Sent(page, Form);
        Assert.All(typed, field => Assert.Equal((field.Key, field.Value), (field.Key, fields[field.Key])));
        await staff.PostAsync(Links.NewService, fields);
        Assert.Equal(302, (int)staff.Last.StatusCode);
        Assert.Equal((1, 0), await site.WithDbAsync(async db => (await db.OnlineServices.CountAsync(), await db.KeptForms.CountAsync())));
    }

    private static Dictionary<string, string> Filled(Dictionary<string, string>? other = null)
    {
        var fields = new Dictionary<string, string> { ["Input.Name"] = "Wohnsitz ummelden", ["Input.Description"] = "Neue Anschrift.", ["Input.Key"] = "99 123 456 789 012", ["Input.Model"] = "V11", ["Input.Level"] = "2" };
        foreach (var (name, value) in other ?? []) fields[name] = value;
        return fields;
    }
}
