using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.OpenId;

/// <summary>How long things of the OpenID Connect server live, section <c>OpenId</c>.</summary>
public sealed class OpenIdOptions
{
    public const string Section = "OpenId";

    /// <summary>How long an access token is good for; revoking ends it at once.</summary>
    public TimeSpan AccessToken { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a client may take an identity token for an answer to its question.</summary>
    public TimeSpan IdentityToken { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a code waits for its client.</summary>
    public TimeSpan Code { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a refresh token waits; each use gives a new one.</summary>
    public TimeSpan RefreshToken { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long the previous refresh token is still taken, for a client whose answer got lost. Later it is taken for stolen.</summary>
    public TimeSpan RefreshLeeway { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a request waits for its person: signing in, or registering first.</summary>
    public TimeSpan Request { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a key signs.</summary>
    public TimeSpan KeyUse { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a key is published before it signs.</summary>
    public TimeSpan KeyAnnouncement { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How old something that has ended must be before it is deleted: at least as old as a refresh token gets, since a used one that is sent again tells of a theft.</summary>
    public TimeSpan Pruning { get; set; } = TimeSpan.FromDays(14);

    /// <summary>What follows for keys.</summary>
    public KeyPlan KeyPlan => new(KeyUse, KeyAnnouncement, RefreshToken + TimeSpan.FromDays(1));
}

/// <summary>Refuses lifetimes that would lock everybody out or keep a stolen token alive.</summary>
internal sealed class OpenIdOptionsCheck : IValidateOptions<OpenIdOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenIdOptions options)
    {
        List<string> wrong = [];
        Between(nameof(options.AccessToken), options.AccessToken, TimeSpan.FromMinutes(1), TimeSpan.FromHours(2));
        Between(nameof(options.IdentityToken), options.IdentityToken, TimeSpan.FromMinutes(1), TimeSpan.FromHours(2));
        Between(nameof(options.Code), options.Code, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(10));
        Between(nameof(options.RefreshToken), options.RefreshToken, TimeSpan.FromHours(1), TimeSpan.FromDays(90));
        Between(nameof(options.RefreshLeeway), options.RefreshLeeway, TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Between(nameof(options.Request), options.Request, TimeSpan.FromMinutes(2), TimeSpan.FromHours(2));
        Between(nameof(options.KeyAnnouncement), options.KeyAnnouncement, TimeSpan.FromMinutes(10), TimeSpan.FromDays(30));
        Between(nameof(options.KeyUse), options.KeyUse, 2 * options.KeyAnnouncement, TimeSpan.FromDays(730));
        Between(nameof(options.Pruning), options.Pruning, options.RefreshToken, TimeSpan.FromDays(365));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Between(string option, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least || value > most) wrong.Add($"{OpenIdOptions.Section}:{option} must lie between {least} and {most}.");
        }
    }
}
