using ArchUnitNET.Loader;

namespace Participation.Tests.Architecture;

/// <summary>Which room of the site may use which: everything else stays a stranger. Hosting puts the rooms together, so it may use all of them.</summary>
public sealed class ArrowTests
{
    private const string Prefix = "Participation.Web.";
    private const string Pages = "AspNetCoreGeneratedDocument.";

    /// <summary>Rooms that serve all others.</summary>
    private static readonly string[] Floor = ["Data", "Editing", "Hosting", "Markdown", "Realtime", "Shared"];

    /// <summary>Arrows between capabilities, and the few from the floor upwards, each with its reason.</summary>
    private static readonly HashSet<string> Allowed =
    [
        "Data -> Accounts", // Sign-in data (Account, sessions, passkeys) is Identity's and lives in the site, not in the domain.
        "Editing -> Accounts", // Whose form it is, and what becomes of it when they leave.
        "Realtime -> Accounts", "Shared -> Accounts", // Who acts; and the refusals of sign-in.
        "Shared -> Demo", "Shared -> Notifications", // The frame of every page says that it is a demo, and how many messages wait.
        "Accounts -> Demo", "Ideas -> Demo", // The sign-in page offers the demo's accounts; the first start fills an empty city.
        "Accounts -> Notifications", "Ideas -> Notifications", "Discussions -> Notifications", "Moderation -> Notifications", "Notifications -> Accounts",
        "Ideas -> Accounts", "Discussions -> Accounts", "Moderation -> Accounts", "Processes -> Accounts", "Demo -> Accounts",
        "Accounts -> Ideas", // An organisation's page lists its ideas.
        "Ideas -> Discussions", "Discussions -> Ideas", // An idea's page ends with its discussion; a comment stands under an idea.
        "Ideas -> Moderation", "Discussions -> Moderation", // What is written passes the guards; their seam is one question and one note.
        "Moderation -> Ideas", "Moderation -> Discussions", "Processes -> Ideas", "Search -> Ideas", "Ideas -> Processes", "Discussions -> Processes",
        "Ideas -> Uploads", "Discussions -> Uploads", "Moderation -> Uploads", "Uploads -> Accounts", // Texts have images, also those that are shortened; who uploads, and what becomes of it when they leave.
        "Proposals -> Accounts", "Proposals -> Notifications", "Demo -> Proposals", "Demo -> Uploads", // Who writes, for which organisation; owners are told; amounts are read in one way; files beside the papers of the demo city.
        "Proposals -> Ideas", "Proposals -> Moderation", "Moderation -> Proposals", // In whose name somebody speaks; what is written about a text passes the guards, is reported and decided on.
        "Council -> Accounts", "Council -> Notifications", "Council -> Uploads", // Who decides; those involved are told; files stand beside papers.
        "Council -> Ideas", "Council -> Proposals", "Shared -> Council", // The desk shows where ideas and proposals are; the frame links to the council.
        "Outcomes -> Accounts", "Outcomes -> Notifications", "Outcomes -> Uploads", // Who writes; who took part is told; files stand beside a result.
        "Outcomes -> Ideas", "Outcomes -> Proposals", "Demo -> Outcomes", "Shared -> Outcomes", // What became of each idea; the file is set like a proposal's; the frame links to results.
        "News -> Accounts", "News -> Uploads", // Who edits; images and documents of articles and pages.
        "Search -> News", "Search -> Council", "Home -> News", // News and pages are found, and the newest stand on the start page.
        "Strategy -> Accounts", "Strategy -> Notifications", // Who writes; the people of linked ideas are told.
        "Strategy -> Council", "Council -> Strategy", // A measure shows what was resolved on its papers; a paper shows the measures that rest on it.
        "Strategy -> Ideas", "Strategy -> Proposals", "Strategy -> Uploads", // A measure shows the ideas and proposals it takes up; the paper stands beside the strategy.
        "Council -> Moderation", "Council -> Discussions", "Moderation -> Council", "Home -> Council", // Questions to a meeting pass the guards, are reported and decided on; the start page says that one is on.
        "Texts -> Accounts", "Texts -> Discussions", "Texts -> Notifications", "Strategy -> Texts", "Processes -> Texts", // Who edits; who wrote is told of a new version; a passage's page ends with its discussion; the strategy and the process lead to the texts that are discussed in them.
        "Home -> Ideas", "Home -> Processes", "Home -> Proposals",
    ];

    [Fact]
    public void Rooms_use_only_the_rooms_they_may_use()
    {
        var arrows = Arrows();
        Assert.Empty(arrows.Where(arrow => !IsAllowed(arrow)).Order(StringComparer.Ordinal).ToList());
        Assert.Empty(Allowed.Except(arrows, StringComparer.Ordinal).ToList());
    }

    [Fact]
    public void A_stranger_would_be_found()
    {
        Assert.Contains("Ideas -> Data", Arrows());
        Assert.False(IsAllowed("News -> Moderation"));
        Assert.False(IsAllowed("Markdown -> Ideas"));
    }

    private static bool IsAllowed(string arrow)
    {
        var (from, to) = (arrow.Split(" -> ")[0], arrow.Split(" -> ")[1]);
        return from == "Hosting" || Floor.Contains(to) || Allowed.Contains(arrow);
    }

    private static HashSet<string> Arrows()
    {
        var site = new ArchLoader().LoadAssembly(typeof(Program).Assembly).Build();
        return [.. site.Types.SelectMany(type => type.Dependencies.Select(dependency => (From: Room(type.FullName), To: Room(dependency.Target.FullName))))
            .Where(arrow => arrow is { From: not null, To: not null } && arrow.From != arrow.To).Select(arrow => $"{arrow.From} -> {arrow.To}")];
    }

    /// <summary>The first part of the namespace under the site's own, or of a page's address in the project; null for types elsewhere and for those of the root.</summary>
    private static string? Room(string type)
    {
        if (type.StartsWith(Pages, StringComparison.Ordinal)) return type.IndexOf('_', Pages.Length) is > 0 and var underscore ? type[Pages.Length..underscore] : null;
        return type.StartsWith(Prefix, StringComparison.Ordinal) && type.IndexOf('.', Prefix.Length) is > 0 and var dot ? type[Prefix.Length..dot] : null;
    }
}
