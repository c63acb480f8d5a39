using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting;

/// <summary>The server as an operator starts it, with its own options.</summary>
public sealed class ServerStartTests
{
    [Fact]
    public async Task An_empty_site_is_served_where_it_was_told_from_the_folder_it_was_told()
    {
        var (page, output, files) = await ServeAsync("--no-demo", "--data={0}");
        Assert.Null(new HtmlParser().ParseDocument(page).QuerySelector(".notice-strip a[href='/seite/demo']"));
        Assert.DoesNotContain("@demo.example", output, StringComparison.Ordinal);
        Assert.Contains(files, file => file.EndsWith(".db", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_with_the_demo_city_names_every_account_in_it()
    {
        var (page, output, _) = await ServeAsync("--demo", "--data", "{0}");
        Assert.NotNull(new HtmlParser().ParseDocument(page).QuerySelector(".notice-strip a[href='/seite/demo']"));
        Assert.Contains($"password for all: {Web.Demo.DemoAccounts.Password}", output, StringComparison.Ordinal);
        Assert.All(Web.Demo.DemoAccounts.All, account => Assert.Contains(account.Email, output, StringComparison.Ordinal));
        Assert.Matches(@"moderation2@demo\.example +moderator\n", output);
    }

    /// <summary>Starts it on a free port, reads the first page and stops it.</summary>
    private static async Task<(string Page, string Output, string[] Files)> ServeAsync(params string[] options)
    {
        const string Listening = "Now listening on: ";
        var data = Directory.CreateTempSubdirectory("served-").FullName;
        using var server = Process.Start(Shell.Start("dotnet", [Shell.Site, "--urls", "http://127.0.0.1:0", .. options.Select(option => option.Replace("{0}", data, StringComparison.Ordinal))]))!;
        try
        {
            var output = new StringBuilder();
            while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                output.Append(line).Append('\n');
                if (line.IndexOf(Listening, StringComparison.Ordinal) is not (>= 0 and var start)) continue;
                using var client = new HttpClient();
                return (await client.GetStringAsync(new Uri(line[(start + Listening.Length)..])), output.ToString(), Directory.GetFiles(data));
            }

            throw new InvalidOperationException("Never listened: " + await server.StandardError.ReadToEndAsync());
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(data, recursive: true);
        }
    }
}
