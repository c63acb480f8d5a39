using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Participation.Tests.Support;
using Participation.Tests.Support.Authority;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>Someone with one browser who goes from the site to the other server and back, without script.</summary>
internal sealed class Traveller(TestSite site, AuthorityServer authority)
{
    private readonly HttpClient _there = authority.Visitor();

    /// <summary>The site as this person sees it.</summary>
    public Browsing Here { get; } = Browsing.Visitor(site);

    /// <summary>The last form at the other server.</summary>
    public IHtmlFormElement? Form { get; private set; }

    /// <summary>The path of the last redirect of the site.</summary>
    public string Location => Here.Last.Headers.Location?.ToString() ?? "";

    /// <summary>From a page of the site to the form at the other server.</summary>
    public async Task<IHtmlDocument> GoAsync(string page = "/konto/anmelden", string link = "a[data-authority=amt]")
    {
        var away = (await Here.GetAsync(page)).QuerySelector(link)?.GetAttribute("href") ?? throw new InvalidOperationException($"{page} ({(int)Here.Last.StatusCode}) has no {link}.");
        await Here.GetAsync(away);
        Assert.StartsWith(authority.Url, Location, StringComparison.Ordinal);
        var form = await new HtmlParser().ParseDocumentAsync(await _there.GetStringAsync(Location));
        Form = form.QuerySelector("form") as IHtmlFormElement;
        return form;
    }

    /// <summary>Answers the form; says where the site is to be called with the answer.</summary>
    public async Task<string> AnswerAsync(Claimant who, bool consents = true)
    {
        var fields = Browsing.Fields(Form!);
        foreach (var (name, value) in who.Fields) fields[name] = value;
        fields[consents ? "ja" : "nein"] = "1";
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _there.PostAsync(new Uri("connect/authorize", UriKind.Relative), content);
        var back = answer.Headers.Location ?? throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal("/konto/anmelden/zurueck/amt", back.AbsolutePath);
        return back.PathAndQuery;
    }

    /// <summary>Comes back to the site and is sent on as far as it goes without a form.</summary>
    public async Task<IHtmlDocument> ReturnAsync(string callback)
    {
        var page = await Here.GetAsync(callback);
        if (Location == "/konto/anmelden/ankunft") page = await Here.FollowAsync();
        return page;
    }

    /// <summary>The whole way.</summary>
    public async Task<IHtmlDocument> TravelAsync(Claimant who, string page = "/konto/anmelden", string link = "a[data-authority=amt]")
    {
        await GoAsync(page, link);
        return await ReturnAsync(await AnswerAsync(who));
    }

    /// <summary>The way of someone new, up to the sent form.</summary>
    public async Task<IHtmlDocument> JoinAsync(Claimant who, string name, string? email = null, bool resident = false)
    {
        await TravelAsync(who);
        Assert.Equal("/konto/anmelden/neu", Location);
        return await IntroduceAsync(name, email, resident);
    }

    /// <summary>Sends the form in which someone introduces themselves.</summary>
    public Task<IHtmlDocument> IntroduceAsync(string name, string? email = null, bool resident = false)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Name"] = name, ["Input.Terms"] = "true" };
        if (email is not null) values["Input.Email"] = email;
        if (resident) values["Input.Resident"] = "true";
        return Here.SubmitAsync("/konto/anmelden/neu", "#willkommen", values);
    }

    /// <summary>Whom the other server takes this browser for.</summary>
    public async Task<string> ThereAsync()
    {
        await GoAsync();
        return Form!.ParentElement!.QuerySelector("#angemeldet")!.TextContent;
    }

    /// <summary>Follows a redirect to the other server; says where it leads back to.</summary>
    public async Task<Uri?> FollowThereAsync()
    {
        using var answer = await _there.GetAsync(Location);
        return answer.Headers.Location;
    }

    /// <summary>Whether the site takes this browser for somebody.</summary>
    public async Task<bool> IsSignedInAsync()
    {
        await Here.GetAsync("/konto");
        return Here.Last.StatusCode is HttpStatusCode.OK;
    }
}
