using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Tests.Demo;

/// <summary>A city with invented content says so everywhere; one without never does, and has what its configuration says.</summary>
public sealed class DemoNoticeTests
{
    private static readonly string[] Pages =
    [
        Links.Home, Links.Ideas, Links.Idea(1), Links.IdeaHistory(1), Links.NewIdea, Links.Processes, Links.Search, Links.SignIn, Links.Register, Links.ForgotPassword,
        Links.Page("impressum"), Links.Page("netiquette"), "/nirgends",
    ];

    [Theory, InlineData(true), InlineData(false)]
    public async Task Every_page_carries_the_notice_of_the_demo_city_and_no_page_of_another_one(bool demo)
    {
        await using var site = await TestSite.StartAsync(demo: demo);
        if (!demo) await new Given(site).IdeaAsync();
        var visitor = Browsing.Visitor(site);
        foreach (var address in Pages)
        {
            var page = await visitor.GetAsync(address);
            if (visitor.Last.Headers.Location is not null) page = await visitor.FollowAsync();
            Assert.NotNull(page.QuerySelector("main h1"));
            Assert.True(demo == page.QuerySelector(".notice-strip strong")?.TextContent.Contains("erfunden", StringComparison.Ordinal) is true, address);
        }
    }

    [Theory, InlineData(2027, 1, 1), InlineData(2027, 6, 30)]
    public async Task What_the_content_says_is_open_is_open_at_the_first_start_whenever_that_is(int year, int month, int day)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(year, month, day, 11, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(demo: true, services: services => services.AddSingleton<TimeProvider>(time));
        var processes = await site.WithDbAsync(db => db.Processes.AsNoTracking().ToListAsync());
        bool IsOpen(string slug, ActivityKind kind) => processes.Single(process => process.Slug == slug).IsOpen(kind, time.GetUtcNow());

        Assert.All(Enum.GetValues<ActivityKind>(), kind => Assert.True(IsOpen("smart-city-ratingen", kind)));
        Assert.True(IsOpen("buergerbudget-lintorf-probelauf-2027", ActivityKind.Discuss));
        Assert.True(IsOpen("buergerbudget-lintorf-probelauf-2027", ActivityKind.TakeStances));
        Assert.All(Enum.GetValues<ActivityKind>(), kind => Assert.False(IsOpen("beteiligung-online-was-brauchen-sie", kind)));
        var open = await site.WithDbAsync(db => db.Ideas.AsNoTracking().Where(idea => idea.Status == IdeaStatus.Published).ToListAsync());
        Assert.NotEmpty(open);
        Assert.All(open, idea => Assert.InRange(idea.PublishedAt!.Value, time.GetUtcNow().AddYears(-1), time.GetUtcNow()));
        Assert.Equal(2, (await Browsing.Visitor(site).GetAsync("/")).QuerySelectorAll(".open-now__item").Length);
    }

    [Fact]
    public async Task Without_the_demo_city_topics_and_districts_are_those_of_the_configuration()
    {
        await using var site = await TestSite.StartAsync(settings: settings =>
        {
            settings["City:Topics:0:Name"] = "Eigenes Thema";
            settings["City:Districts:0:Name"] = "Eigener Stadtteil";
        });
        var city = site.Services.GetRequiredService<IOptions<CityOptions>>().Value;
        var (topics, districts, processes, ideas) = await site.WithDbAsync(async db => (
            await db.Topics.OrderBy(topic => topic.Order).ToListAsync(), await db.Districts.OrderBy(district => district.Order).ToListAsync(), await db.Processes.ToListAsync(), await db.Ideas.CountAsync()));

        Assert.Equal(city.Topics, topics.Select(topic => new CityTopic(topic.Key, topic.Name, topic.Description)));
        Assert.Equal(city.Districts, districts.Select(district => new CityDistrict(district.Key, district.Name, district.Latitude, district.Longitude)));
        Assert.Equal(("Eigenes Thema", "Eigener Stadtteil"), (topics[0].Name, districts[0].Name));
        Assert.True(Assert.Single(processes).IsOpen(ActivityKind.CollectIdeas, TimeProvider.System.GetUtcNow()));
        Assert.Equal(0, ideas);
    }
}
