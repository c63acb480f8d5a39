using System.Globalization;
using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Live;

/// <summary>What the channel of a meeting shows: how far it is, and its questions, rendered without a viewer, each once however often it changed.</summary>
internal sealed class MeetingFragments(FloorQueries floors, QuestionQueries questions, FragmentRenderer renderer) : IChannelFragments, IChannelTotals
{
    private const string Prefix = "meeting:";

    public bool Owns(string channel) => channel.StartsWith(Prefix, StringComparison.Ordinal) && MeetingNumber(channel) > 0;

    public async Task<bool> MayWatchAsync(string channel, Actor? viewer, CancellationToken cancel) => await floors.IsPublicAsync(MeetingNumber(channel), cancel) is { } isPublic && (isPublic || viewer?.IsModerator == true);

    public async Task<IReadOnlyList<LiveChange>> RenderAsync(string channel, IReadOnlyList<ChannelEvent> events, CancellationToken cancel)
    {
        var changes = new List<LiveChange>();
        if (events.LastOrDefault(happened => happened.Kind is ChannelEventKind.FloorChanged) is { } moved && await floors.FindAsync(MeetingNumber(channel), cancel) is { } meeting)
            changes.Add(new LiveChange(channel, moved.Sequence, nameof(ChannelEventKind.FloorChanged), moved.SubjectNumber, 0, null, await renderer.RenderAsync<FloorParts>(new() { [nameof(FloorParts.Floor)] = meeting.Floor })));
        var newest = events.Where(happened => happened.Kind is not ChannelEventKind.FloorChanged).GroupBy(happened => happened.SubjectNumber).ToDictionary(group => group.Key, group => group.Last());
        var shown = newest.Count == 0 ? [] : (await questions.ByNumberAsync(MeetingNumber(channel), newest.Keys, cancel)).ToDictionary(question => question.Number);
        foreach (var (number, happened) in newest)
        {
            var html = shown.TryGetValue(number, out var question) ? await renderer.RenderAsync<QuestionItem>(new() { [nameof(QuestionItem.Question)] = question }) : null;
            changes.Add(new LiveChange(channel, happened.Sequence, happened.Kind.ToString(), number, 0, null, html));
        }

        return [.. changes.OrderBy(change => change.Sequence)];
    }

    public Task<IReadOnlyDictionary<int, int>> ReadAsync(string channel, IReadOnlyCollection<int>? subjects, CancellationToken cancel) => questions.LikesAsync(MeetingNumber(channel), subjects, cancel);

    private static int MeetingNumber(string channel) =>
        int.TryParse(channel.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
