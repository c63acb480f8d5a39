using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Participation.Domain;

namespace Participation.Tests.Architecture;

/// <summary>The house's rules that a text search can hold.</summary>
public sealed partial class LayoutTests
{
    private const int HardStop = 400;

    [Fact]
    public void The_domain_references_nothing_but_the_runtime() =>
        Assert.All(typeof(Refusal).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void Entities_cannot_be_changed_from_outside()
    {
        var open = typeof(Refusal).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.GetConstructors(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance).Any(c => c.GetParameters().Length == 0))
            .SelectMany(type => type.GetProperties().Where(property => property.SetMethod?.IsPublic == true && !property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))).Select(property => $"{type.Name}.{property.Name}"));
        Assert.Empty(open);
    }

    [Fact]
    public void No_file_is_longer_than_the_hard_stop() =>
        Assert.DoesNotContain(Sources("*.cs", "*.razor", "*.cshtml", "*.ts", "*.css"), file => File.ReadLines(file).Count() > HardStop);

    [Fact]
    public void Markup_holds_no_inline_script_style_or_handler()
    {
        var offenders = Sources("*.cshtml", "*.razor").Where(file => InlineCode().IsMatch(File.ReadAllText(file)));
        Assert.Empty(offenders);
        Assert.Matches(InlineCode(), "<p onclick=\"x()\">");
        Assert.Matches(InlineCode(), "<div style=\"color:red\">");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        static IEnumerable<string> Names(string provider) => Sources("*.cs").Where(file => file.Contains($"/{provider}/Migrations/", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file)).Where(name => !name.Contains("Designer", StringComparison.Ordinal) && !name.Contains("Snapshot", StringComparison.Ordinal)).Select(name => name[15..]).Order();
        Assert.NotEmpty(Names("Sqlite"));
        Assert.Equal(Names("Sqlite"), Names("PostgreSql"));
    }

    private static IEnumerable<string> Sources(params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(Root(), pattern, SearchOption.AllDirectories))
        .Select(file => file.Replace('\\', '/'))
        .Where(file => !Generated().IsMatch(file) || file.Contains("/Migrations/", StringComparison.Ordinal) && patterns is ["*.cs"]);

    internal static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex("/(obj|bin|node_modules|built|Migrations|\\.mirror)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Generated();

    [GeneratedRegex("\\son[a-z]+=\"|\\sstyle=\"|<script(?![^>]*\\ssrc=)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineCode();
}
