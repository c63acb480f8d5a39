using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants.Scopes;

namespace Participation.Web.Accounts.OpenId;

/// <summary>What an application can ask for.</summary>
public static class Scopes
{
    /// <summary>Whom access tokens are for: the API of this site.</summary>
    public const string Api = "participation-api";

    /// <summary>Reading the API.</summary>
    public const string IdeasRead = "ideas:read";

    /// <summary>Handing in, commenting and taking stances as the person.</summary>
    public const string IdeasWrite = "ideas:write";

    /// <summary>Acting with the person's role as a moderator.</summary>
    public const string Moderation = "moderation";

    /// <summary>All of them, in the order in which people read about them.</summary>
    public static IReadOnlyList<string> All { get; } = [OpenId, Profile, Email, OfflineAccess, IdeasRead, IdeasWrite, Moderation];

    /// <summary>Those that an administrator chooses for an application; the others follow from what it is.</summary>
    public static IReadOnlyList<string> Choosable { get; } = [Profile, Email, IdeasRead, IdeasWrite, Moderation];

    private const string OpenId = OpenIddictConstants.Scopes.OpenId;

    /// <summary>The scope in plain words, and what it means.</summary>
    public static (string Title, string Meaning) Words(string scope) => scope switch
    {
        OpenId => (OpenIdTexts.ScopeOpenId, OpenIdTexts.ScopeOpenIdMeans),
        Profile => (OpenIdTexts.ScopeProfile, OpenIdTexts.ScopeProfileMeans),
        Email => (OpenIdTexts.ScopeEmail, OpenIdTexts.ScopeEmailMeans),
        OfflineAccess => (OpenIdTexts.ScopeOffline, OpenIdTexts.ScopeOfflineMeans),
        IdeasRead => (OpenIdTexts.ScopeIdeasRead, OpenIdTexts.ScopeIdeasReadMeans),
        IdeasWrite => (OpenIdTexts.ScopeIdeasWrite, OpenIdTexts.ScopeIdeasWriteMeans),
        Moderation => (OpenIdTexts.ScopeModeration, OpenIdTexts.ScopeModerationMeans),
        _ => (scope, ""),
    };
}
