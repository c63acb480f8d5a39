using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts;

public sealed class OverviewTests
{
    [Theory]
    [InlineData(Role.Citizen, false)]
    [InlineData(Role.Moderator, true)]
    [InlineData(Role.Administrator, true)]
    public async Task Only_moderators_are_led_to_moderation(Role role, bool led)
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(role));
        Assert.Equal(led, (await browsing.GetAsync("/konto")).QuerySelector("main a[href='/moderation']") is not null);
    }
}
