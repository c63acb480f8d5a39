using System.Net;
using AngleSharp.Html.Dom;
using Participation.Tests.Support;
using Participation.Web.Accounts.Factors;

namespace Participation.Tests.Accounts;

/// <summary>An authenticator app in a pocket: makes codes that were not used yet, so that no test has to wait for the next one.</summary>
internal sealed class AppCodes(string secret)
{
    private long _last;

    /// <summary>A code that counts now.</summary>
    public string Next()
    {
        var now = Totp.StepAt(TimeProvider.System.GetUtcNow());
        // Near the end of a step the oldest code that counts would be too old when it arrives.
        _last = Math.Max(_last + 1, Totp.StepAt(TimeProvider.System.GetUtcNow().AddSeconds(10)) - 1);
        Assert.True(_last <= now + 1, "This many codes at once no window holds.");
        return Totp.CodeAt(secret, _last);
    }

    /// <summary>A code that counts at no time near now.</summary>
    public string Wrong()
    {
        var now = Totp.StepAt(TimeProvider.System.GetUtcNow());
        var right = Enumerable.Range(-3, 8).Select(step => Totp.CodeAt(secret, now + step)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, 100).Select(number => number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)).First(code => !right.Contains(code));
    }

    /// <summary>Sets codes up for someone who is signed in; returns the app and the recovery codes.</summary>
    public static async Task<(AppCodes App, IReadOnlyList<string> Recovery)> SetUpAsync(Browsing browsing, string page = "/konto/zwei-faktoren")
    {
        var document = await browsing.GetAsync(page);
        var app = new AppCodes(document.QuerySelector("#geheimnis")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        var form = (IHtmlFormElement)document.QuerySelector("#einrichten")!;
        var fields = Browsing.Fields(form);
        fields["Input.Code"] = app.Next();
        document = await browsing.PostAsync(form.GetAttribute("action")!, fields);
        Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);
        return (app, [.. document.QuerySelectorAll("#ersatzcodes code").Select(code => code.TextContent)]);
    }

    /// <summary>Sends a code on the page for the second step.</summary>
    public static Task<IHtmlDocument> EnterAsync(Browsing browsing, string code) =>
        browsing.SubmitAsync("/konto/anmelden/code", "#code", new(StringComparer.Ordinal) { ["Input.Code"] = code });
}
