using System.Security.Claims;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Tests.Support;

/// <summary>Uses the site as a browser without script does: cookies kept, forms filled and sent with their token.</summary>
public sealed class Browsing(HttpClient client)
{
    /// <summary>The password of accounts that are made here; hashed once, because that is made to be slow.</summary>
    public const string Password = "Ein langes Kennwort 1";

    private static readonly Lazy<string> HashedPassword = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Password));
    private readonly HtmlParser _parser = new();

    /// <summary>The last answer.</summary>
    public HttpResponseMessage Last { get; private set; } = new();

    public HttpClient Client => client;

    /// <summary>A visitor.</summary>
    public static Browsing Visitor(TestSite site) =>
        new(site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") }));

    /// <summary>Someone with an account, signed in by a cookie as the site itself makes it.</summary>
    public static async Task<Browsing> AsAsync(TestSite site, Actor actor, params string[] methods)
    {
        var browsing = Visitor(site);
        var (name, value) = await CookieAsync(site, actor, methods);
        browsing.Client.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
        return browsing;
    }

    /// <summary>
    /// The sign-in cookie of an account, made by the site's own services, by a password unless other ways in are said;
    /// the account is made when there is none.
    /// </summary>
    public static Task<(string Name, string Value)> CookieAsync(TestSite site, Actor actor, params string[] methods) => site.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        var account = await services.GetRequiredService<ParticipationDbContext>().Users.SingleOrDefaultAsync(user => user.PersonId == actor.Person);
        if (account is null)
        {
            account = new Account { Id = actor.Person.Value, PersonId = actor.Person, UserName = $"{actor.Person.Value:N}@example.org", Email = $"{actor.Person.Value:N}@example.org", EmailConfirmed = true };
            account.PasswordHash = HashedPassword.Value;
            Assert.True((await users.CreateAsync(account)).Succeeded);
        }

        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var session = await services.GetRequiredService<OpenSession>().ExecuteAsync(account.Id, methods is [] ? [SessionClaims.Password] : methods, null, "", CancellationToken.None);
        ((ClaimsIdentity)principal.Identity!).AddClaims(session);
        services.GetRequiredService<StaffFactor>().Mark(principal);
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(1) }, IdentityConstants.ApplicationScheme);
        return (options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    });

    /// <summary>Reads a page; redirects are not followed.</summary>
    public async Task<IHtmlDocument> GetAsync(string address)
    {
        Last = await client.GetAsync(address);
        return await _parser.ParseDocumentAsync(await Last.Content.ReadAsStringAsync());
    }

    /// <summary>Reads a page, fills the form with the given selector and sends it; unnamed fields keep what the page had.</summary>
    public async Task<IHtmlDocument> SubmitAsync(string page, string form, Dictionary<string, string> values, string? button = null)
    {
        var document = await GetAsync(page);
        var element = document.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"{page} ({(int)Last.StatusCode}) has no form {form}.");
        var fields = Fields(element);
        foreach (var (name, value) in values) fields[name] = value;
        var pressed = button is null ? null : element.QuerySelector(button) as IHtmlButtonElement;
        if (pressed is { Name: { Length: > 0 } buttonName }) fields[buttonName] = pressed.Value;
        var address = pressed?.GetAttribute("formaction")?.Split('#')[0] ?? element.GetAttribute("action");
        return await PostAsync(address is { Length: > 0 } ? address : page, fields);
    }

    /// <summary>Posts fields as they are.</summary>
    public Task<IHtmlDocument> PostAsync(string address, Dictionary<string, string> fields) => PostAllAsync(address, fields);

    /// <summary>Posts fields of which some have several values.</summary>
    public async Task<IHtmlDocument> PostAllAsync(string address, IReadOnlyCollection<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        Last = await client.PostAsync(address, content);
        return await _parser.ParseDocumentAsync(await Last.Content.ReadAsStringAsync());
    }

    /// <summary>Posts a form with files.</summary>
    public async Task SendFormAsync(string address, MultipartFormDataContent form) => Last = await client.PostAsync(address, form);

    /// <summary>Follows the last redirect.</summary>
    public Task<IHtmlDocument> FollowAsync() => GetAsync(Last.Headers.Location?.ToString() ?? throw new InvalidOperationException($"No redirect, but {(int)Last.StatusCode}."));

    /// <summary>What a page's form would send as it is.</summary>
    public static Dictionary<string, string> Fields(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var (name, value) = input switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => (null, ""),
                IHtmlInputElement field => (field.Name, field.Value),
                IHtmlSelectElement field => (field.Name, field.Value ?? ""),
                IHtmlTextAreaElement field => (field.Name, field.Value),
                _ => (null, ""),
            };
            if (name is not null) fields.TryAdd(name, value);
        }

        return fields;
    }
}
