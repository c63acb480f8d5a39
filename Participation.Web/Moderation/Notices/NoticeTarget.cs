using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Notices;

/// <summary>A contribution that somebody reports: its idea, and the comment if it is one.</summary>
/// <param name="Idea">Number of the idea.</param>
/// <param name="Comment">Number of the comment.</param>
public sealed partial record NoticeTarget(int Idea, int? Comment)
{
    /// <summary>Longest address that is read, in characters.</summary>
    public const int AddressMaxLength = 500;

    /// <summary>Its address on this site.</summary>
    public string Address => Comment is { } comment ? Links.Comment(Idea, comment) : Links.Idea(Idea);

    /// <summary>Reads an address as people copy it: with or without the site, of the idea or of a comment in it; null when it is none of a contribution here.</summary>
    public static NoticeTarget? Read(string? address, string host)
    {
        var text = (address ?? "").Trim();
        if (text.Length is 0 or > AddressMaxLength) return null;
        if (!text.StartsWith('/'))
        {
            if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var whole) || !string.Equals(whole.Authority, host, StringComparison.OrdinalIgnoreCase)) return null;
            text = whole.PathAndQuery + whole.Fragment;
        }

        if (Shape().Match(text) is not { Success: true } match || Number(match.Groups["idea"]) is not { } idea) return null;
        if (match.Groups["comment"] is not { Success: true } comment) return new NoticeTarget(idea, null);
        return Number(comment) is { } number ? new NoticeTarget(idea, number) : null;
    }

    private static int? Number(Group group) => int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^/ideen/(?<idea>\d+)(?:/(?:beitraege/(?<comment>\d+)|[^/?#]*))?/?(?:\?[^#]*)?(?:#(?:beitrag-(?<comment>\d+)|.*))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Shape();
}

/// <summary>Finds what is reported, as the notifier sees it.</summary>
public sealed class NoticeTargets(ParticipationDbContext db)
{
    /// <summary>The words that are reported, or null when they are not public.</summary>
    public async Task<ReportedText?> ShowAsync(NoticeTarget target, CancellationToken cancel)
    {
        var idea = await db.Ideas.AsNoTracking().ThatAreReadable().Where(idea => idea.Number == target.Idea).Select(idea => new { idea.Id, idea.Title, idea.Summary }).SingleOrDefaultAsync(cancel);
        if (idea is null) return null;
        if (target.Comment is not { } number) return new ReportedText(target, idea.Title, idea.Summary);
        var html = await db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == SubjectKind.Idea && comment.SubjectId == idea.Id.Value && comment.Number == number && comment.Status == CommentStatus.Published)
            .Select(comment => comment.Body.Html).SingleOrDefaultAsync(cancel);
        return html is null ? null : new ReportedText(target, idea.Title, Markdown.PlainText.Teaser(html, 240));
    }
}

/// <summary>What is reported, in short.</summary>
public sealed record ReportedText(NoticeTarget Target, string Title, string Excerpt);
