using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Participation.Tests.Architecture;

/// <summary>Every page that takes something has a limit per minute.</summary>
public sealed class LimitedPageTests
{
    /// <summary>Leaving must always be possible; what applications send is limited where they come in.</summary>
    private static readonly string[] Unlimited = ["AuthorizeModel", "ErrorModel", "LogoutModel", "SignOutModel"];

    [Fact]
    public void Every_page_that_takes_something_is_limited() =>
        Assert.Equal(Unlimited, Taking().Where(page => page.GetCustomAttribute<EnableRateLimitingAttribute>() is null).Select(page => page.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Many_do() => Assert.True(Taking().Count() > 50);

    private static IEnumerable<Type> Taking() => typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && type.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)));
}
