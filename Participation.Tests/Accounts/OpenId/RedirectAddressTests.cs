using Participation.Domain.Accounts;

namespace Participation.Tests.Accounts.OpenId;

public sealed class RedirectAddressTests
{
    [Theory]
    [InlineData("https://app.example.org/callback")]
    [InlineData("https://app.example.org:8443/callback?a=b")]
    [InlineData("http://localhost:3000/callback")]
    [InlineData("http://127.0.0.1/callback")]
    [InlineData("http://[::1]:7000/")]
    public void An_exact_and_encrypted_address_or_one_of_the_own_machine_may_be_used(string address)
    {
        Assert.Null(RedirectAddress.Check(address, isApp: false));
        Assert.Null(RedirectAddress.Check(address, isApp: true));
    }

    [Fact]
    public void Only_an_app_has_a_scheme_of_its_own()
    {
        Assert.Null(RedirectAddress.Check("org.example.app:/callback", isApp: true));
        Assert.IsType<RedirectAddressNotAllowed>(RedirectAddress.Check("org.example.app:/callback", isApp: false));
    }

    [Theory]
    [InlineData("http://app.example.org/callback")]
    [InlineData("https://*.example.org/callback")]
    [InlineData("https://app.example.org/callback#x")]
    [InlineData("https://user:word@app.example.org/")]
    [InlineData("https://app.example.org/; script-src *")]
    [InlineData("//app.example.org/callback")]
    [InlineData("/callback")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("myapp:/callback")]
    [InlineData("http://localhost.example.org/")]
    [InlineData("http://127.0.0.1.example.org/")]
    [InlineData("https://bücher.example/")]
    [InlineData("")]
    public void Everything_else_is_refused(string address) => Assert.IsType<RedirectAddressNotAllowed>(RedirectAddress.Check(address, isApp: true));
}
