using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Participation.Web.Shared;

namespace Participation.Web.Hosting.Api;

/// <summary>
/// The reference sets styles from script, which the site's policy forbids. Its pages get a policy of their own, which is as strict for
/// scripts (a nonce per answer) and still loads nothing from elsewhere; docs/decisions/0005-api-reference.md.
/// </summary>
internal static class ApiReferencePolicy
{
    private const string Item = "api-reference-nonce";

    /// <summary>The nonce of this answer.</summary>
    public static string NonceOf(HttpContext http)
    {
        if (http.Items[Item] is string known) return known;
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        http.Items[Item] = nonce;
        return nonce;
    }

    public static async ValueTask<object?> ApplyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{NonceOf(context.HttpContext)}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; report-uri /csp";
        return context.HttpContext.Request.Path.Equals(Links.Api + "/", StringComparison.OrdinalIgnoreCase) ? await SayLanguageAsync(context, next) : await next(context);
    }

    /// <summary>The page says its language also where no script runs; Scalar's own has none.</summary>
    private static async ValueTask<object?> SayLanguageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        var (sent, page) = (response.Body, new MemoryStream());
        await using var _ = page;
        response.Body = page;
        try
        {
            if (await next(context) is IResult written) await written.ExecuteAsync(context.HttpContext);
        }
        finally
        {
            response.Body = sent;
        }

        response.ContentLength = null;
        await response.WriteAsync(Encoding.UTF8.GetString(page.ToArray()).Replace("<html>", $"<html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\">", StringComparison.Ordinal), context.HttpContext.RequestAborted);
        return Results.Empty;
    }
}
