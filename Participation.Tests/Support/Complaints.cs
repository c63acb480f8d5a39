using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Participation.Tests.Support;

/// <summary>Everything a browser complains about in a window: violations of the policy, errors in its console, exceptions of scripts.</summary>
internal sealed class Complaints
{
    private const string Listen =
        "document.addEventListener('securitypolicyviolation', event => complain(`${location.pathname} violates ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`))";

    private readonly ConcurrentQueue<string> _met = new();

    /// <summary>Listens from the first script of every page on.</summary>
    public static async Task<Complaints> OfAsync(IPage page)
    {
        var complaints = new Complaints();
        await page.ExposeFunctionAsync<string>("complain", complaints._met.Enqueue);
        await page.AddInitScriptAsync(Listen);
        page.Console += (_, message) =>
        {
            if (message.Type is "error") complaints._met.Enqueue($"{page.Url} console: {message.Text}");
        };
        page.PageError += (_, error) => complaints._met.Enqueue($"{page.Url} script: {error}");
        return complaints;
    }

    /// <summary>What was met so far.</summary>
    public IReadOnlyCollection<string> Met => _met;
}
