using Participation.Web.Ideas.Polis;

namespace Participation.Tests.Ideas.Polis;

public sealed class PolisReaderTests
{
    [Fact]
    public async Task Broken_rows_are_refused_by_line_and_the_good_ones_kept()
    {
        using var folder = PolisFolder.With(
            """
            1650000001000,Fri,1,10,0,0,1,Gut
            gestern,Fri,2,10,0,0,1,Zeit ist keine Zahl
            1650000001,Fri,3,10,0,0,1,Sekunden statt Millisekunden
            1650000001000,Fri,4,10,0,0,2,Moderation unbekannt
            1650000001000,Fri,5,10,0,0,1
            1650000001000,Fri,1,10,0,0,1,Nummer doppelt
            1650000001000,Fri,6,10,0,0,1,"  "
            1650000001000,Fri,7,10,0,0,1,"Anführung nie geschlossen
            1650000001000,Fri,8,10,0,0,1,"Mit ""Anführung"" und
            zwei Zeilen"
            1650000001000,Fri,9,10,0,0,1,Ein "freies" Anführungszeichen
            1650000001000,Fri,-1,10,0,0,1,Nummer negativ
            1650000001000,Fri,11,10,0,0,1,Letzte

            """,
            """
            1650000010000,Fri,1,11,1
            1650000010000,Fri,1,12,2
            1650000010000,Fri,99,12,1
            1650000010000,Fri,7,12,1
            1650000010000,Fri,11,x,1
            1650000010000,Fri,11,12,-1
            """);

        var conversation = await PolisReader.ReadAsync(folder.Path, default);

        Assert.Equal([1, 8, 9, 11], conversation.Comments.Select(comment => comment.Id));
        Assert.Equal("Mit \"Anführung\" und\nzwei Zeilen", conversation.Comments[1].Body);
        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 13], conversation.Refused.Where(row => row.File == "comments.csv").Select(row => row.Line));
        Assert.Equal([3, 4, 5, 6], conversation.Refused.Where(row => row.File == "votes.csv").Select(row => row.Line));
        Assert.Equal(2, conversation.Votes.Count);
    }

    [Fact]
    public async Task A_quote_that_is_open_at_the_end_loses_its_own_row_only()
    {
        using var folder = PolisFolder.With("1650000001000,Fri,1,10,0,0,1,Gut\n1650000001000,Fri,2,10,0,0,1,\"Offen\n", "");
        var conversation = await PolisReader.ReadAsync(folder.Path, default);
        Assert.Equal([1], conversation.Comments.Select(comment => comment.Id));
        Assert.Equal(3, Assert.Single(conversation.Refused).Line);
    }

    [Theory]
    [InlineData("comments.csv")]
    [InlineData("votes.csv")]
    public async Task A_missing_file_is_said_by_name(string name)
    {
        using var folder = PolisFolder.Small();
        File.Delete(Path.Combine(folder.Path, name));
        var failure = await Assert.ThrowsAsync<PolisFormatException>(() => PolisReader.ReadAsync(folder.Path, default));
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_column_is_said_by_name()
    {
        using var folder = PolisFolder.Small();
        folder.Write("votes.csv", "timestamp,comment-id,vote\n");
        var failure = await Assert.ThrowsAsync<PolisFormatException>(() => PolisReader.ReadAsync(folder.Path, default));
        Assert.Contains("voter-id", failure.Message, StringComparison.Ordinal);
    }
}
