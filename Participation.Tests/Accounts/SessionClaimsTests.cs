using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Participation.Tests.Support;
using Participation.Web.Accounts;

namespace Participation.Tests.Accounts;

/// <summary>What the cookie says about how someone signed in: the OpenID Connect server tells it on under these names.</summary>
public sealed class SessionClaimsTests
{
    private const string Email = "anna@example.org";

    [Fact]
    public async Task Each_way_in_is_named_and_two_factors_are_said_to_be_so()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        Assert.Equal(["pwd"], Methods(Cookie(site, anna)));
        Assert.InRange(Time(Cookie(site, anna)), TimeProvider.System.GetUtcNow().AddMinutes(-2), TimeProvider.System.GetUtcNow());
        Assert.Equal(22, Cookie(site, anna).FindFirstValue("sid")!.Length);

        var (app, _) = await AppCodes.SetUpAsync(anna);
        Assert.Equal(["mfa", "otp", "pwd"], Methods(Cookie(site, anna)));
        var phone = Browsing.Visitor(site);
        await phone.SignInAsync(Email);
        await AppCodes.EnterAsync(phone, app.Next());
        Assert.Equal(["mfa", "otp", "pwd"], Methods(Cookie(site, phone)));
    }

    [Fact]
    public async Task The_session_lives_on_when_the_cookie_is_made_anew_and_only_a_proof_moves_the_time()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        await SignInTests.AddAsync(site, Email);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync(Email);
        var first = Cookie(site, anna);

        clock.Advance(TimeSpan.FromMinutes(2));
        await anna.GetAsync("/konto");
        var renewed = Cookie(site, anna);
        Assert.Equal((first.FindFirstValue("sid"), Time(first)), (renewed.FindFirstValue("sid"), Time(renewed)));
        Assert.Equal(["pwd"], Methods(renewed));

        await anna.SubmitAsync("/konto/bestaetigen-sie-sich?weiter=%2Fkonto", "#bestaetigen-sie-sich", new(StringComparer.Ordinal) { ["Input.Password"] = Steps.Password });
        var proved = Cookie(site, anna);
        Assert.Equal(first.FindFirstValue("sid"), proved.FindFirstValue("sid"));
        Assert.True(Time(proved) - Time(first) >= TimeSpan.FromMinutes(1));
    }

    private static string[] Methods(ClaimsPrincipal user) => [.. user.FindAll("amr").Select(claim => claim.Value).Order(StringComparer.Ordinal)];

    private static DateTimeOffset Time(ClaimsPrincipal user) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(user.FindFirstValue("auth_time")!, CultureInfo.InvariantCulture));

    /// <summary>Opens the sign-in cookie of the last answer.</summary>
    internal static ClaimsPrincipal Cookie(TestSite site, Browsing browsing)
    {
        var value = browsing.Last.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith($"{AccountsSetup.CookieName}=", StringComparison.Ordinal)).Split('=', 2)[1].Split(';')[0];
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return options.TicketDataFormat.Unprotect(value)!.Principal;
    }
}
