using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Participation.Tests.Support;

/// <summary>The site on a real port with a real browser (Debian's Chromium). A trace is kept when a journey fails.</summary>
public sealed class LiveSite : IAsyncLifetime
{
    /// <summary>How long a page may take on a machine that is busy with other tests, in milliseconds; what must be faster says so.</summary>
    private const float Patience = 15_000;

    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The site behind it.</summary>
    public TestSite Site { get; } = new();

    /// <summary>Where it is served.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Site.UseDemo();
        // The browser talks to it without TLS, which the OpenID Connect server takes from developers only.
        Site.UseServices(services => services.PostConfigure<OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreOptions>(web => web.DisableTransportSecurityRequirement = true));
        Site.UseKestrel(0);
        await Site.PrepareAsync();
        Site.StartServer();
        Address = Site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A browser window of its own, with or without script, in light or dark.</summary>
    public async Task<IPage> OpenAsync(bool script = true, ColorScheme theme = ColorScheme.Light, int width = 1280)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address, JavaScriptEnabled = script, ColorScheme = theme, Locale = "de-DE", ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Signs an account in through the form, a demo account unless a password is given; waits for a page behind it, or for the second step.</summary>
    public static async Task SignInAsync(IPage page, string email, string password = Web.Demo.DemoAccounts.Password, string? arrive = null)
    {
        await page.GotoAsync("/konto/anmelden");
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("main input[type=password]").FillAsync(password);
        await page.Locator("#anmelden button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => arrive is null ? !url.Contains("/konto/anmelden", StringComparison.Ordinal) : url.Contains(arrive, StringComparison.Ordinal));
    }

    /// <summary>Signs anyone in by a cookie as the site makes it, for journeys that are not about signing in.</summary>
    public async Task SignInByCookieAsync(IPage page, Domain.Accounts.Actor actor)
    {
        var (name, value) = await Browsing.CookieAsync(Site, actor);
        await page.Context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = Address }]);
    }

    /// <summary>Waits until an expression is true in the page. Playwright's own waiting evaluates strings, which the site's policy forbids.</summary>
    public static async Task UntilAsync(IPage page, string expression, object? argument = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (!await page.EvaluateAsync<bool>(expression, argument)) await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
    }

    /// <summary>Every violation, and every contrast that axe could not judge.</summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="onlyColours">Whether only its colours are judged, because everything else was.</param>
    public static async Task<IReadOnlyList<string>> AccessibilityProblemsAsync(IPage page, bool onlyColours = false)
    {
        // The package's own call puts axe into the page anew each time, opens another page for every result and brings back what passed, which takes most of its time.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe.Value);
        return await page.EvaluateAsync<string[]>(
            """
            async onlyColours => {
                const options = { resultTypes: ['violations', 'incomplete'], preload: false };
                if (onlyColours) options.runOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
                const found = await axe.run(document, options);
                const say = (kind, item) => `${location.href} ${kind}${item.id}: ${item.help} ${item.nodes.slice(0, 3).map(node => node.html).join(' | ')}`;
                return [...found.violations.map(item => say('', item)), ...found.incomplete.filter(item => item.id === 'color-contrast').map(item => say('incomplete ', item))];
            }
            """, onlyColours);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Site.DisposeAsync();
    }
}
