namespace Participation.Web.Hosting;

/// <summary>The few options of the server itself, translated into configuration: <c>--data DIR</c>, <c>--no-demo</c>; <c>--urls</c> is ASP.NET Core's.</summary>
public static class HostArguments
{
    /// <summary>Translates the arguments; everything unknown is passed on.</summary>
    public static WebApplicationOptions From(string[] args)
    {
        var configuration = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--no-demo") configuration.AddRange(["--Demo:Load", "false"]);
            else if (args[i] == "--demo") configuration.AddRange(["--Demo:Load", "true"]);
            else if (args[i].StartsWith("--data=", StringComparison.Ordinal)) configuration.AddRange(["--Data:Directory", args[i]["--data=".Length..]]);
            else if (args[i] == "--data" && i + 1 < args.Length) configuration.AddRange(["--Data:Directory", args[++i]]);
            else configuration.Add(args[i]);
        }

        return new WebApplicationOptions { Args = [.. configuration], ContentRootPath = ContentRoot() };
    }

    /// <summary>A published program lies beside its wwwroot, a built one below its project; either may be started from anywhere, so that
    /// relative paths among the arguments mean what they mean in the shell.</summary>
    private static string? ContentRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot")) && File.Exists(Path.Combine(folder.FullName, "appsettings.json"))) return folder.FullName;
        }

        return null;
    }
}
