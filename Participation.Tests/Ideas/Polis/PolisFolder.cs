using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Participation.Tests.Ideas.Polis;

/// <summary>A folder with an export, thrown away after the test.</summary>
internal sealed class PolisFolder : IDisposable
{
    private const string Comments = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n";
    private const string Votes = "timestamp,datetime,comment-id,voter-id,vote\n";

    public string Path { get; } = Directory.CreateTempSubdirectory("polis-test-").FullName;

    /// <summary>A small consultation: umlauts, quotes, a text of two lines, a text like a formula, votes changed, a vote on one's own.</summary>
    public static PolisFolder Small() => With(
        """
        1650000001000,Fri,1,10,9,9,1,"Mehr ""Bänke"" für Ältere am Markt. Bitte im Schatten."
        1650000002000,Fri,2,10,0,0,-1,=HYPERLINK(1)
        1650000003000,Fri,3,11,0,0,0,"Größere Straßenbäume
        auch in Lintorf"
        1650000004000,Fri,4,12,0,0,1,<script>alert('x')</script> und **fett**

        """,
        """
        1650000010000,Fri,1,11,1
        1650000012000,Fri,1,11,-1
        1650000011000,Fri,1,11,0
        1650000013000,Fri,1,10,1
        1650000014000,Fri,2,12,0
        1650000015000,Fri,4,13,1
        1650000015000,Fri,4,13,-1

        """,
        "topic,Grüne Stadt\nurl,\nconversation-description,\"Wie wird \"\"unsere\"\" Stadt grüner?\nSagen Sie es.\"\n");

    public static PolisFolder With(string comments, string votes, string summary = "topic,Test\n")
    {
        var folder = new PolisFolder();
        folder.Write("comments.csv", Comments + comments);
        folder.Write("votes.csv", Votes + votes);
        folder.Write("summary.csv", summary);
        return folder;
    }

    /// <summary>The real consultation beside this file.</summary>
    public static PolisFolder Klimarat([CallerFilePath] string here = "")
    {
        var folder = new PolisFolder();
        var source = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "Klimarat");
        foreach (var name in new[] { "comments.csv", "summary.csv" }) File.Copy(System.IO.Path.Combine(source, name), System.IO.Path.Combine(folder.Path, name));
        using var packed = new GZipStream(File.OpenRead(System.IO.Path.Combine(source, "votes.csv.gz")), CompressionMode.Decompress);
        using var votes = File.Create(System.IO.Path.Combine(folder.Path, "votes.csv"));
        packed.CopyTo(votes);
        return folder;
    }

    public static PolisFolder Empty() => new();

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text.ReplaceLineEndings("\n"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
