using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Tests.Support.Authority;

/// <summary>The pages of the other server: a form in which anyone says who they are, and two buttons.</summary>
internal static class AuthorityPages
{
    /// <summary>Who is signed in there.</summary>
    public const string Cookie = "amt-angemeldet";

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void Map(WebApplication app)
    {
        app.MapGet("/connect/authorize", Form);
        app.MapPost("/connect/authorize", (Delegate)AnswerAsync);
        app.MapPost("/connect/token", (Delegate)RedeemAsync);
        app.MapGet("/connect/endsession", (HttpContext http) =>
        {
            http.Response.Cookies.Delete(Cookie);
            return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Scheme]);
        });
    }

    /// <summary>Carries the request on in hidden fields; shows what was asked for, so that tests can read it.</summary>
    private static IResult Form(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var hidden = string.Concat(request.GetParameters().Select(one => $"<input type=\"hidden\" name=\"{Html(one.Key)}\" value=\"{Html((string?)one.Value ?? "")}\">"));
        var fields = string.Concat(new Claimant("").Fields.Keys.Select(name => $"<p><label>{name} <input name=\"{name}\"></label></p>"));
        return Results.Text($"""
            <!doctype html><html lang="de"><title>Bürgeramt</title><main><h1>Bürgeramt</h1><p id="angemeldet">{Html(http.Request.Cookies[Cookie] ?? "")}</p>
            <form method="post" action="/connect/authorize">{hidden}{fields}<button name="ja" value="1">Zustimmen</button> <button name="nein" value="1">Ablehnen</button></form></main></html>
            """, "text/html; charset=utf-8");
    }

    private static async Task<IResult> AnswerAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form.ContainsKey("nein")) return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied }), [Scheme]);
        var identity = new ClaimsIdentity("amt", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, form["u_sub"].ToString()).SetClaim("sid", "sitzung-" + form["u_sub"]);
        foreach (var (field, claim) in (IEnumerable<(string, string)>)[("u_name", Claims.Name), ("u_email", Claims.Email), ("u_level", "acr"), ("u_given", Claims.GivenName), ("u_family", Claims.FamilyName), ("u_birth", Claims.Birthdate)])
            if (form[field].ToString() is { Length: > 0 } value) identity.SetClaim(claim, value);
        if (form["u_email"].ToString().Length > 0) identity.SetClaim(Claims.EmailVerified, form["u_verified"] == "true");
        if (form["u_plz"].ToString() is { Length: > 0 } code) identity.SetClaim("address", JsonSerializer.SerializeToElement(new { postal_code = code }));
        if (form["u_methods"].ToString() is { Length: > 0 } methods) identity.SetClaims("amr", [.. methods.Split(' ')]);
        if (form["u_fresh"] == "true") identity.SetClaim("auth_time", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        identity.SetScopes(http.GetOpenIddictServerRequest()!.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        http.Response.Cookies.Append(Cookie, WebUtility.UrlEncode(form["u_sub"].ToString()));
        return Results.SignIn(new ClaimsPrincipal(identity), null, Scheme);
    }

    private static async Task<IResult> RedeemAsync(HttpContext http) => Results.SignIn((await http.AuthenticateAsync(Scheme)).Principal!, null, Scheme);

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
