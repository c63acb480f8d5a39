using Participation.Domain.Ideas;

namespace Participation.Web.Ideas.Polis;

/// <summary>Reads a folder with <c>comments.csv</c>, <c>votes.csv</c> and <c>summary.csv</c>.</summary>
internal static class PolisReader
{
    /// <exception cref="PolisFormatException">A file or column is missing.</exception>
    public static async Task<PolisConversation> ReadAsync(string directory, CancellationToken cancel)
    {
        var refused = new List<RefusedRow>();
        var summary = await SummaryAsync(directory, cancel);
        var comments = await CommentsAsync(directory, refused, cancel);
        var votes = await VotesAsync(directory, comments, refused, cancel);
        if (comments.Count == 0) throw new PolisFormatException("comments.csv holds no contribution.");
        return new PolisConversation(
            summary, [.. comments.Values.OrderBy(comment => comment.At).ThenBy(comment => comment.Id)], votes,
            comments.Values.Select(comment => comment.At).Concat(votes.Select(vote => vote.At)).Min(),
            comments.Values.Select(comment => comment.At).Concat(votes.Select(vote => vote.At)).Max(), refused);
    }

    private static async Task<PolisSummary> SummaryAsync(string directory, CancellationToken cancel)
    {
        var path = Path.Combine(directory, "summary.csv");
        if (!File.Exists(path)) return new PolisSummary("", "");
        var values = (await PolisRecords.ReadAsync(path, cancel)).Where(record => record.Fields.Length > 1)
            .GroupBy(record => record.Fields[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => PolisFormula.Unguard(group.First().Fields[1]), StringComparer.OrdinalIgnoreCase);
        return new PolisSummary(Clean(values.GetValueOrDefault("topic", "")), Clean(values.GetValueOrDefault("conversation-description", "")));
    }

    private static async Task<Dictionary<long, PolisComment>> CommentsAsync(string directory, List<RefusedRow> refused, CancellationToken cancel)
    {
        var file = await PolisFile.OpenAsync(directory, "comments.csv", ["timestamp", "comment-id", "author-id", "moderated", "comment-body"], refused, cancel);
        var comments = new Dictionary<long, PolisComment>();
        foreach (var (line, comment) in file.Read(row => new PolisComment(
            file.Number(row, "comment-id"), file.Number(row, "author-id"), file.Instant(row, "timestamp"), file.Sign(row, "moderated"), Body(file.Text(row, "comment-body")))))
        {
            if (!comments.TryAdd(comment.Id, comment)) file.Refuse(line, $"comment-id {comment.Id} is there already");
        }

        return comments;
    }

    /// <summary>The last vote of a pair counts: the latest, and among equal instants the one further down.</summary>
    private static async Task<IReadOnlyCollection<PolisVote>> VotesAsync(
        string directory, Dictionary<long, PolisComment> comments, List<RefusedRow> refused, CancellationToken cancel)
    {
        var file = await PolisFile.OpenAsync(directory, "votes.csv", ["timestamp", "comment-id", "voter-id", "vote"], refused, cancel);
        var last = new Dictionary<(long, long), PolisVote>();
        foreach (var (line, vote) in file.Read(row => new PolisVote(
            file.Number(row, "comment-id"), file.Number(row, "voter-id"), file.Instant(row, "timestamp"), file.Sign(row, "vote"))))
        {
            if (!comments.ContainsKey(vote.Comment)) file.Refuse(line, $"there is no contribution {vote.Comment}");
            else if (!last.TryGetValue((vote.Comment, vote.Voter), out var before) || before.At <= vote.At) last[(vote.Comment, vote.Voter)] = vote;
        }

        return last.Values;
    }

    private static string Body(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) throw new FormatException("comment-body holds a zero character");
        var body = PolisFormula.Unguard(text).Trim();
        if (body.Length == 0) throw new FormatException("comment-body is empty");
        if (body.Length > IdeaText.BodyMaxLength) throw new FormatException($"comment-body is longer than {IdeaText.BodyMaxLength} characters");
        return body;
    }

    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal).Trim();
}
