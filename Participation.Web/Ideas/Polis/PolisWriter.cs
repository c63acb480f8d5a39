using System.Globalization;
using System.Text;
using CsvHelper;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;

namespace Participation.Web.Ideas.Polis;

/// <summary>Writes the three files of an export. Each is written aside and then put in place, so that a half one never lies there.</summary>
internal static class PolisWriter
{
    public static Task CommentsAsync(string directory, IEnumerable<(ExportedIdea Idea, int Author)> ideas, CancellationToken cancel) =>
        WriteAsync(directory, "comments.csv", ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"],
            ideas.Select(row => (string[])
            [
                Milliseconds(row.Idea.At), InWords(row.Idea.At), Text(row.Idea.Number), Text(row.Author), Text(row.Idea.For), Text(row.Idea.Against),
                Moderated(row.Idea), PolisFormula.Guard(Body(row.Idea)),
            ]), cancel);

    public static Task VotesAsync(string directory, IEnumerable<(ExportedStance Stance, int Voter)> stances, CancellationToken cancel) =>
        WriteAsync(directory, "votes.csv", ["timestamp", "datetime", "comment-id", "voter-id", "vote"],
            stances.Select(row => (string[])
            [
                Milliseconds(row.Stance.At), InWords(row.Stance.At), Text(row.Stance.Idea), Text(row.Voter), Text((int)row.Stance.Kind),
            ]), cancel);

    /// <summary>Views and groups are not known here and stay empty.</summary>
    public static Task SummaryAsync(string directory, Process process, PolisCounts counts, CancellationToken cancel) =>
        WriteAsync(directory, "summary.csv", ["topic", PolisFormula.Guard(process.Title)],
            [
                ["url", ""], ["views", ""], ["voters", Text(counts.Voters)], ["voters-in-conv", Text(counts.Voters)], ["commenters", Text(counts.Authors)],
                ["comments", Text(counts.Ideas)], ["groups", ""], ["conversation-description", PolisFormula.Guard(process.Summary)],
            ], cancel);

    private static string Moderated(ExportedIdea idea) => idea.Status is IdeaStatus.Submitted ? "0" : idea.Status.IsPublic() && !idea.Hidden ? "1" : "-1";

    /// <summary>A title that is more than the beginning of the text goes above it, as a contribution's first sentence.</summary>
    private static string Body(ExportedIdea idea) => PolisTitle.Of(idea.Body) == idea.Title ? idea.Body : $"{idea.Title}\n\n{idea.Body}";

    private static string Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string InWords(DateTimeOffset instant) => instant.UtcDateTime.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task WriteAsync(string directory, string name, string[] header, IEnumerable<string[]> rows, CancellationToken cancel)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, name);
        var aside = path + ".part";
        await using (var csv = CsvWriter.Create(new StreamWriter(aside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), new CsvWriterOptions { NewLine = "\n" }))
        {
            foreach (var row in rows.Prepend(header)) await csv.WriteRecordAsync(row, cancel);
        }

        File.Move(aside, path, overwrite: true);
    }
}
