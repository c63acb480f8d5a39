namespace Participation.Web.Demo;

/// <summary>The accounts of the demo city. They are made by its loader and nowhere else; the sign-in page shows them while it is loaded.</summary>
public static class DemoAccounts
{
    /// <summary>The password of all of them: no secret, because a demo city has nothing to protect.</summary>
    public const string Password = "mitmachen-ratingen";

    /// <summary>E-mail address, and the key of the person in the demo content; one account per part that people play.</summary>
    public static IReadOnlyList<(string Email, string PersonKey)> All { get; } =
    [
        ("buergerin@demo.example", "radlerin-lintorf"),
        ("buerger@demo.example", "dumeklemmer-76"),
        ("partner@demo.example", "kommitt-netzausbau"),
        ("partner2@demo.example", "rmg-innenstadt"),
        ("moderation@demo.example", "moderation-a"),
        ("moderation2@demo.example", "moderation-b"),
        ("verwaltung@demo.example", "systemverwaltung"),
    ];
}
