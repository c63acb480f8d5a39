using Participation.Web.Hosting;

namespace Participation.Tests.Hosting;

public sealed class HostArgumentsTests
{
    [Theory]
    [InlineData("--data DIR", "--Data:Directory DIR")]
    [InlineData("--data=DIR", "--Data:Directory DIR")]
    [InlineData("--no-demo", "--Demo:Load false")]
    [InlineData("--demo", "--Demo:Load true")]
    [InlineData("--urls http://localhost:1 --data=A=B --no-demo", "--urls http://localhost:1 --Data:Directory A=B --Demo:Load false")]
    [InlineData("--urls=http://localhost:1", "--urls=http://localhost:1")]
    public void The_options_of_the_server_are_settings(string given, string settings) =>
        Assert.Equal(settings.Split(' '), HostArguments.From(given.Split(' ')).Args);
}
