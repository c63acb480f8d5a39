namespace Participation.Web.Accounts.Authorities;

/// <summary>An OpenID Connect provider that people may sign in with, section <c>Accounts:Authorities:&lt;name&gt;</c>. Values without a default are empty.</summary>
public sealed class AuthorityOptions
{
    public const string Section = "Accounts:Authorities";

    /// <summary>What people read on the button, such as <c>BundID</c>.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Base address; the discovery document lies below it.</summary>
    public string Url { get; set; } = "";

    /// <summary>The issuer that the provider names, if it is another than <see cref="Url"/>.</summary>
    public string? Issuer { get; set; }

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Scopes beside <c>openid</c>; <c>profile</c> and <c>email</c> when none are said.</summary>
    public string[] Scopes { get; set; } = [];

    /// <summary>The levels asked for with every sign-in, in order of preference (<c>acr_values</c>).</summary>
    public string[] AcrValues { get; set; } = [];

    /// <summary>Whether claims are also fetched from the userinfo endpoint.</summary>
    public bool UserInfo { get; set; }

    /// <summary>Which claim holds the suggestion for the public name.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>Which claim holds the e-mail address. It counts as checked only if it is <c>email</c> and <c>email_verified</c> is true.</summary>
    public string EmailClaim { get; set; } = "email";

    /// <summary>Which claim holds the given names, as on the identity document; empty when the provider is not asked for them.</summary>
    public string GivenNamesClaim { get; set; } = "given_name";

    /// <summary>Which claim holds the family name, as on the identity document.</summary>
    public string FamilyNameClaim { get; set; } = "family_name";

    /// <summary>Which claim holds the birth date (<c>yyyy-MM-dd</c>). Without it one identity is one person, but one person may have several, and the age is not checked.</summary>
    public string BirthDateClaim { get; set; } = "birthdate";

    /// <summary>Claims without one of whose values nobody gets in, such as membership of a group.</summary>
    public RequiredClaim[] Required { get; set; } = [];

    /// <summary>Which claim tells the level of assurance.</summary>
    public string LevelClaim { get; set; } = "acr";

    /// <summary>Values of that claim by level: <c>basis</c>, <c>niedrig</c>, <c>substantiell</c>, <c>hoch</c>. Any other value is no level.</summary>
    public Dictionary<string, string[]> Levels { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Which claim tells where someone lives; a dot leads into a claim that is an object (<c>address.postal_code</c>).</summary>
    public string? ResidenceClaim { get; set; }

    /// <summary>Values of that claim that mean the city, such as its postal codes.</summary>
    public string[] ResidenceValues { get; set; } = [];

    /// <summary>Whether the authority knows residents of the city only.</summary>
    public bool EveryoneResides { get; set; }

    /// <summary>Whether someone without an account gets one by signing in here.</summary>
    public bool MayRegister { get; set; } = true;

    /// <summary>Instead of passwords: citizens register and sign in through an authority only.</summary>
    public bool Only { get; set; }

    /// <summary>Whether a sign-in of level <c>substantiell</c> or with <c>mfa</c> among its methods counts as two factors.</summary>
    public bool CountsAsSecondFactor { get; set; }
}

/// <summary>A claim and the values that let someone in.</summary>
public sealed class RequiredClaim
{
    public string Claim { get; set; } = "";

    /// <summary>One of these; any value when empty.</summary>
    public string[] Values { get; set; } = [];
}
