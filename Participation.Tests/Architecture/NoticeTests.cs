using System.Text.Json;

namespace Participation.Tests.Architecture;

/// <summary>Who redistributes the site has to name what is in it.</summary>
public sealed class NoticeTests
{
    /// <summary>Packages that only build the site, or that net10.0 has no file of.</summary>
    private static readonly string[] NotShipped =
    [
        "Humanizer.Core", "Meziantou.Analyzer", "Microsoft.AspNetCore.App.Internal.Assets", "Microsoft.Build.", "Microsoft.CodeAnalysis.", "Microsoft.NETCore.Platforms",
        "Microsoft.VisualStudio.", "Mono.TextTemplating", "NETStandard.Library", "Newtonsoft.Json", "System.CodeDom", "System.Composition",
    ];

    [Fact]
    public void Every_package_that_ships_is_named_with_its_licence()
    {
        var named = File.ReadAllText(Path.Combine(LayoutTests.Root(), "NOTICE")).Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        List<string> missing = [.. Packages().Where(package => !NotShipped.Any(prefix => package.StartsWith(prefix, StringComparison.Ordinal))
            && !named.Any(name => name == package || (name.EndsWith(".*", StringComparison.Ordinal) && $"{package}.".StartsWith(name[..^1], StringComparison.Ordinal))))];
        Assert.Empty(missing);
    }

    private static List<string> Packages()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(LayoutTests.Root(), "Participation.Web", "packages.lock.json")));
        return [.. locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project").Select(package => package.Name)];
    }
}
