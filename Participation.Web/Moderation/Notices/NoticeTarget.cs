using System.Globalization;
using System.Text.RegularExpressions;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Notices;

/// <summary>Reads addresses of contributions as people copy them.</summary>
public static partial class NoticeTarget
{
    /// <summary>Longest address that is read, in characters.</summary>
    public const int AddressMaxLength = 500;

    /// <summary>
    /// With or without the site: of an idea or of a comment in it, of a comment on a passage, of a proposal or of any page about it, of a suggestion or a remark, of a question to a meeting; null when it is none of a
    /// contribution here.
    /// </summary>
    public static CaseRef? Read(string? address, string host)
    {
        var text = (address ?? "").Trim();
        if (text.Length is 0 or > AddressMaxLength) return null;
        if (!text.StartsWith('/'))
        {
            if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var whole) || !string.Equals(whole.Authority, host, StringComparison.OrdinalIgnoreCase)) return null;
            text = whole.PathAndQuery + whole.Fragment;
        }

        if (IdeaShape().Match(text) is { Success: true } ofIdea && Number(ofIdea.Groups["idea"]) is { } idea)
            return ofIdea.Groups["comment"] is not { Success: true } comment ? CaseRef.OfIdea(idea) : Number(comment) is { } number ? CaseRef.OfComment(idea, number) : null;
        if (PassageShape().Match(text) is { Success: true } ofPassage) return Number(ofPassage.Groups["passage"]) is { } passage && Number(ofPassage.Groups["comment"]) is { } said ? CaseRef.OfComment(DiscussionKey.OfPassage(passage), said) : null;
        if (MeetingShape().Match(text) is { Success: true } ofMeeting) return Number(ofMeeting.Groups["meeting"]) is { } meeting && Number(ofMeeting.Groups["question"]) is { } question ? CaseRef.OfQuestion(meeting, question) : null;
        if (ProposalShape().Match(text) is not { Success: true } match || Number(match.Groups["proposal"]) is not { } proposal) return null;
        if (match.Groups["suggestion"] is { Success: true } suggestion) return Number(suggestion) is { } number ? CaseRef.OfSuggestion(proposal, number) : null;
        if (match.Groups["remark"] is { Success: true } remark) return Number(remark) is { } number ? CaseRef.OfRemark(proposal, number) : null;
        return CaseRef.OfProposal(proposal);
    }

    private static int? Number(Group group) => int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    [GeneratedRegex(@"^/ideen/(?<idea>\d+)(?:/(?:beitraege/(?<comment>\d+)|[^/?#]*))?/?(?:\?[^#]*)?(?:#(?:beitrag-(?<comment>\d+)|.*))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex IdeaShape();

    [GeneratedRegex(@"^/absaetze/(?<passage>\d+)(?:/beitraege/(?<comment>\d+)/?(?:[?#].*)?|(?:\?[^#]*)?#beitrag-(?<comment>\d+))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex PassageShape();

    [GeneratedRegex(@"^/sitzungen/(?<meeting>\d+)/(?:fragen/(?<question>\d+)/?(?:[?#].*)?|live(?:\?[^#]*)?#frage-(?<question>\d+))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex MeetingShape();

    [GeneratedRegex(@"^/vorhaben/(?<proposal>\d+)(?:/(?:vorschlaege/(?<suggestion>\d+)|anmerkungen/(?<remark>\d+)|[^?#]*))?/?(?:\?[^#]*)?(?:#(?:anmerkung-(?<remark>\d+)|.*))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex ProposalShape();
}

/// <summary>Finds what is reported, as the notifier sees it.</summary>
public sealed class NoticeTargets(ParticipationDbContext db, ReportedThings things)
{
    private const int ExcerptLength = 240;

    /// <summary>The words that are reported, or null when the notifier cannot read them.</summary>
    public async Task<ReportedText?> ShowAsync(CaseRef at, Actor? reader, CancellationToken cancel)
    {
        var thing = await things.FindAsync(at, reader, cancel);
        // Whoever files it reads everything anew, under the locks.
        db.ChangeTracker.Clear();
        return thing is { IsReadable: true } ? new ReportedText(at, thing.Matter.Title, Markdown.PlainText.Cut(thing.Teaser, ExcerptLength)) : null;
    }
}

/// <summary>What is reported, in short.</summary>
public sealed record ReportedText(CaseRef At, string Title, string Excerpt);
