using Microsoft.Extensions.Options;
using Participation.Tests.Support;
using Participation.Web.Accounts.Authorities;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>A wrong configuration is said at the start, in words.</summary>
public sealed class AuthorityOptionTests
{
    private static AuthorityOptions Good => new() { DisplayName = "BundID", Url = "https://anmeldung.example/realms/stadt", ClientId = "mitmachen", ClientSecret = "geheim" };

    [Fact]
    public void A_complete_authority_is_accepted() => Assert.True(Validate("bundid", Good).Succeeded);

    [Theory]
    [InlineData("BundID mit Leerzeichen", "", "the name stands in addresses")]
    [InlineData("a", "DisplayName", "DisplayName")]
    [InlineData("a", "Url", "https address")]
    [InlineData("a", "PlainUrl", "https address")]
    [InlineData("a", "ClientId", "ClientId is missing")]
    [InlineData("a", "ClientSecret", "Accounts__Authorities__a__ClientSecret")]
    [InlineData("a", "Level", "basis, niedrig, substantiell, hoch")]
    [InlineData("a", "Twice", "twice")]
    [InlineData("a", "Residence", "ResidenceValues are missing")]
    [InlineData("a", "Acr", "one value per entry")]
    public void What_is_wrong_is_said(string name, string mistake, string words)
    {
        var options = Good;
        switch (mistake)
        {
            case "DisplayName": options.DisplayName = ""; break;
            case "Url": options.Url = "anmeldung.example"; break;
            case "PlainUrl": options.Url = "http://anmeldung.example"; break;
            case "ClientId": options.ClientId = ""; break;
            case "ClientSecret": options.ClientSecret = ""; break;
            case "Level": options.Levels["substantial"] = ["3"]; break;
            case "Twice": (options.Levels["niedrig"], options.Levels["hoch"]) = (["3"], ["3"]); break;
            case "Residence": options.ResidenceClaim = "plz"; break;
            case "Acr": options.AcrValues = ["3 4"]; break;
        }

        var result = Validate(name, options);
        Assert.Contains(words, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_does_not_start_with_it()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => TestSite.StartAsync(settings: settings => settings["Accounts:Authorities:bundid:Url"] = "nirgends"));
        Assert.Contains("Accounts:Authorities:bundid:", failure.Message, StringComparison.Ordinal);
    }

    private static ValidateOptionsResult Validate(string name, AuthorityOptions options) => new AuthorityRules().Validate(null, new AuthoritiesOptions { [name] = options });
}
