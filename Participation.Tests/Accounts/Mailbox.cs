using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts;

/// <summary>The mails a site put into its pick-up folder.</summary>
internal sealed partial class Mailbox(TestSite site)
{
    /// <summary>Waits until an address has so many mails, and reads them in the order of sending.</summary>
    public async Task<IReadOnlyList<MimeMessage>> WaitAsync(string address, int count = 1)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await tick.WaitForNextTickAsync(patience.Token))
        {
            var mails = All().Where(mail => mail.To.Mailboxes.Single().Address == address).ToList();
            if (mails.Count >= count) return mails;
        }

        throw new InvalidOperationException("Never reached.");
    }

    /// <summary>What is there now.</summary>
    public List<MimeMessage> All()
    {
        var folder = Path.Combine(site.DataDirectory, "mail");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))] : [];
    }

    /// <summary>The path and query of the one link in a mail.</summary>
    public static string Link(MimeMessage mail) => WebUtility.HtmlDecode(new Uri(Address().Match(mail.TextBody ?? "").Value).PathAndQuery);

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}

/// <summary>Steps of a visitor that several tests take.</summary>
internal static class Steps
{
    public const string Password = "vier Enten im Angerbach";

    public static Task<AngleSharp.Html.Dom.IHtmlDocument> RegisterAsync(this Browsing browsing, string name, string email, string password = Password, bool resident = false)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Name"] = name, ["Input.Email"] = email, ["Input.Password"] = password, ["Input.Terms"] = "true",
        };
        if (resident) values["Input.Resident"] = "true";
        return browsing.SubmitAsync("/konto/registrieren", "#registrieren", values);
    }

    public static async Task ConfirmAsync(this Browsing browsing, TestSite site, string email)
    {
        var mail = (await new Mailbox(site).WaitAsync(email))[^1];
        await browsing.SubmitAsync(Mailbox.Link(mail), "#bestaetigen", []);
    }

    public static Task<AngleSharp.Html.Dom.IHtmlDocument> SignInAsync(this Browsing browsing, string email, string password = Password, string page = "/konto/anmelden") =>
        browsing.SubmitAsync(page, "#anmelden", new(StringComparer.Ordinal) { ["Input.Email"] = email, ["Input.Password"] = password });
}
