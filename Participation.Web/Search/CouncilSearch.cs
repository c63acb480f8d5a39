using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Web.Council;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Search;

/// <summary>
/// Finds public bodies, and public meetings by their name, their body and the public items of their agenda; what is said behind closed doors finds nothing.
/// The database narrows meetings down by patterns, in which an umlaut may be anything; the words themselves are compared in memory. One query each.
/// </summary>
public sealed class CouncilSearch(ParticipationDbContext db, CityClock clock)
{
    private const int MostBodies = 1_000;
    private const int MostMeetings = 200;
    private const int ItemsShown = 3;

    /// <summary>Bodies with every word in their name.</summary>
    internal async Task<IReadOnlyList<SearchHit>> BodiesAsync(List<string> words, int take, CancellationToken cancel)
    {
        var bodies = await db.PublicBodies(clock.Now).OrderBy(body => body.Name).ThenBy(body => body.Number).Take(MostBodies)
            .Select(body => new { body.Number, body.Name, body.ShortName, body.Classification, body.Note }).ToListAsync(cancel);
        return [.. bodies.Where(body => FoldedWords.Match(words, body.Name, body.ShortName ?? "")).Take(take)
            .Select(body => new SearchHit(Links.Body(body.Number, body.Name), body.Name, body.Note ?? body.Classification ?? ""))];
    }

    /// <summary>Meetings with every word in their name, their body's or a public item's, the latest first.</summary>
    internal async Task<IReadOnlyList<SearchHit>> MeetingsAsync(List<string> words, int take, CancellationToken cancel)
    {
        var meetings = await Candidates(words).OrderByDescending(meeting => meeting.Start).ThenByDescending(meeting => meeting.Number).Take(MostMeetings)
            .Select(meeting => new
            {
                meeting.Number, meeting.Name, meeting.Start, meeting.End,
                Body = db.Bodies.Where(body => body.Id == meeting.BodyId).Select(body => new { body.Name, body.ShortName }).First(),
                Items = db.AgendaItems.Where(item => item.MeetingId == meeting.Id && item.IsPublic && item.DeletedAt == null).OrderBy(item => item.Order).ThenBy(item => item.Number).Select(item => new { item.Sign, item.Name }).ToList(),
            }).AsSingleQuery().ToListAsync(cancel);
        return [.. meetings.Where(meeting => FoldedWords.Match(words, [meeting.Name, meeting.Body.Name, meeting.Body.ShortName ?? "", .. meeting.Items.Select(item => item.Name)])).Take(take)
            .Select(meeting => new SearchHit(Links.Meeting(meeting.Number, meeting.Name), meeting.Name, string.Join(" · ",
            [
                meeting.Body.ShortName ?? meeting.Body.Name, CouncilWords.When(meeting.Start, meeting.End, clock),
                .. meeting.Items.Where(item => words.Exists(word => FoldedWords.Match([word], item.Name))).Take(ItemsShown).Select(item => $"{item.Sign} {item.Name}"),
            ])))];
    }

    [SuppressMessage("Globalization", "CA1304", Justification = "The database lowers the letters, not this process.")]
    [SuppressMessage("Globalization", "CA1311", Justification = "The database lowers the letters, not this process.")]
    private IQueryable<Meeting> Candidates(List<string> words)
    {
        var meetings = db.Meetings.ThatArePublic(clock.Now).Where(meeting => meeting.DeletedAt == null);
        foreach (var pattern in words.Select(Pattern))
            meetings = meetings.Where(meeting => EF.Functions.Like(meeting.Name.ToLower(), pattern)
                || db.Bodies.Any(body => body.Id == meeting.BodyId && (EF.Functions.Like(body.Name.ToLower(), pattern) || (body.ShortName != null && EF.Functions.Like(body.ShortName.ToLower(), pattern))))
                || db.AgendaItems.Any(item => item.MeetingId == meeting.Id && item.IsPublic && item.DeletedAt == null && EF.Functions.Like(item.Name.ToLower(), pattern)));
        return meetings;
    }

    /// <summary>A folded word holds ASCII letters and digits only. „ae“ may stand for „ä“, „e“ for „é“; the database knows nothing of either.</summary>
    private static string Pattern(string word) =>
        $"%{word.Replace("ae", "%", StringComparison.Ordinal).Replace("oe", "%", StringComparison.Ordinal).Replace("ue", "%", StringComparison.Ordinal).Replace("ss", "%", StringComparison.Ordinal).Replace('e', '_')}%";
}
