using System.Runtime.CompilerServices;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting;

/// <summary>The scripts at the top of the repository, on a machine with made-up tools that note what they are asked for.</summary>
public sealed class ScriptTests : IDisposable
{
    private static readonly string[] Everyday = ["bash", "cat", "dirname", "grep", "mktemp", "rm", "sed", "tail", "tee", "env", "realpath"];
    private readonly string _copy = Directory.CreateTempSubdirectory("scripts-").FullName;

    public ScriptTests()
    {
        foreach (var folder in new[] { "bin", ".ci", "eng", "Participation.Web/Client" }) Directory.CreateDirectory(Path.Combine(_copy, folder));
        foreach (var script in new[] { "run.sh", "test.sh", ".ci/run", "eng/require-tools" }) File.Copy(Path.Combine(Repository(), script), Path.Combine(_copy, script));
        Tool("../eng/install-test-servers", "exit 0");
        foreach (var name in Everyday) File.CreateSymbolicLink(Path.Combine(_copy, "bin", name), Found(name));
        Tool("node", "echo v22.1.0");
        Tool("npm", "exit 0");
        Dotnet(passed: 3, failed: 0);
    }

    [Theory]
    [InlineData("dotnet", null, "Please install the .NET SDK 10 first: the command 'dotnet' offers no version 10.")]
    [InlineData("dotnet", "echo '9.0.100 [/usr/share/dotnet/sdk]'", "Please install the .NET SDK 10 first: the command 'dotnet' offers no version 10.")]
    [InlineData("node", null, "Please install Node.js 20 or newer first: the command 'node' offers none.")]
    [InlineData("node", "echo v18.19.0", "Please install Node.js 20 or newer first: the command 'node' offers none.")]
    [InlineData("npm", null, "Please install npm first: it comes with Node.js.")]
    public async Task A_missing_tool_is_named_in_one_sentence_by_every_script(string tool, string? instead, string sentence)
    {
        File.Delete(Path.Combine(_copy, "bin", tool));
        if (instead is not null) Tool(tool, instead);
        foreach (var script in new[] { "run.sh", "test.sh", ".ci/run" })
        {
            var (code, output, error) = await RunAsync(script);
            Assert.Equal((1, sentence + "\n"), (code, error));
            Assert.Equal(script is "run.sh" ? "" : "\n0 passed, 0 failed\n", output);
        }
    }

    [Fact]
    public async Task The_check_of_a_change_looks_at_the_format_then_builds_then_tests_and_ends_with_the_count()
    {
        var (code, output, _) = await RunAsync(".ci/run");
        Assert.Equal((0, "3 passed, 0 failed"), (code, output.TrimEnd().Split('\n')[^1]));
        Assert.Equal(["restore", "format whitespace", "format style", "build Release", "build Release", "test Release"], Asked());
    }

    [Fact]
    public async Task A_failed_test_fails_the_check_and_is_counted()
    {
        Dotnet(passed: 2, failed: 1);
        var (code, output, _) = await RunAsync(".ci/run");
        Assert.NotEqual(0, code);
        Assert.Equal("2 passed, 1 failed", output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task A_wrong_format_ends_the_check_before_anything_is_built_and_still_with_the_count()
    {
        Dotnet(passed: 3, failed: 0, fails: "format");
        var (code, output, _) = await RunAsync(".ci/run");
        Assert.NotEqual(0, code);
        Assert.Equal("0 passed, 0 failed", output.TrimEnd().Split('\n')[^1]);
        Assert.DoesNotContain(Asked(), asked => asked.StartsWith("build", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    private Task<Finished> RunAsync(string script) => Shell.ScriptAsync(Path.Combine(_copy, script), Path.Combine(_copy, "bin"));

    private IEnumerable<string> Asked() => File.ReadAllLines(Path.Combine(_copy, "asked")).Select(line => line.Trim());

    /// <summary>A dotnet that answers like the real one and does nothing.</summary>
    private void Dotnet(int passed, int failed, string fails = "nothing") => Tool("dotnet", $"""
        case $1 in
          --list-sdks) echo '10.0.401 [/usr/share/dotnet/sdk]'; exit 0 ;;
          format) echo "$1 $2" >> '{_copy}/asked' ;;
          restore) echo "$1" >> '{_copy}/asked' ;;
          *) case "$*" in *Release*) echo "$1 Release" ;; *) echo "$1" ;; esac >> '{_copy}/asked' ;;
        esac
        if [ "$1" = test ]; then echo '  total: {passed + failed}'; echo '  failed: {failed}'; echo '  succeeded: {passed}'; exit {Math.Min(failed, 1)}; fi
        if [ "$1" = {fails} ]; then exit 2; fi
        """);

    private void Tool(string name, string body)
    {
        var file = Path.Combine(_copy, "bin", name);
        File.WriteAllText(file, "#!/bin/bash\n" + body.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Found(string tool) => new[] { "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, tool)).First(File.Exists);

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
