using Microsoft.Extensions.Options;

namespace Participation.Web.Notifications;

/// <summary>The site's own address for links that leave it, section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Such as <c>https://mitmachen.example.org</c>. Needed as soon as mails are really sent.</summary>
    public Uri? PublicUrl { get; set; }
}

/// <summary>Makes addresses absolute: with the configured address, else (only while mails stay in a folder) with the request's own.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> options, IHttpContextAccessor http)
{
    /// <summary>The whole address of a page of this site.</summary>
    public string Of(string path) => Root().TrimEnd('/') + path;

    private string Root() =>
        options.Value.PublicUrl?.AbsoluteUri
        ?? (http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}" : "http://localhost:5080");
}

/// <summary>
/// A request's host header is the sender's choice. A mail with a link to set a password must not carry it,
/// so a site that sends mails has to say its own address.
/// </summary>
internal sealed class MailNeedsPublicUrl(IOptions<SiteOptions> site) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        options.Host.Length > 0 && site.Value.PublicUrl is null
            ? ValidateOptionsResult.Fail("Site:PublicUrl must be set when Mail:Host is set: links in mails are made from it.")
            : ValidateOptionsResult.Success;
}
