using Participation.Domain.Proposals.Writing;

namespace Participation.Tests.Proposals.Writing;

/// <summary>The vectors, which CodeMirror answers alike.</summary>
public sealed class ChangeSetTests
{
    private const string Text = "Mehr Radwege\nfür Ratingen 🚲!";

    [Theory]
    [InlineData("""[4,[0," sichere"],25]""", "Mehr sichere Radwege\nfür Ratingen 🚲!")]
    [InlineData("""[[5],24]""", "Radwege\nfür Ratingen 🚲!")]
    [InlineData("""[5,[7,"Wege","","und Plätze"],17]""", "Mehr Wege\n\nund Plätze\nfür Ratingen 🚲!")]
    [InlineData("""[[4,"Bessere"],25,[0,"",""]]""", "Bessere Radwege\nfür Ratingen 🚲!\n")]
    [InlineData("""[26,[2],1]""", "Mehr Radwege\nfür Ratingen !")]
    public void A_change_is_applied_and_written_as_it_was_read(string json, string result)
    {
        var changes = ChangeSet.Parse(json);
        Assert.Null(changes.CheckAgainst(Text));
        Assert.Equal(result, changes.Apply(Text));
        Assert.Equal(json, changes.ToJson());
    }

    [Theory]
    [InlineData(Text, """[4,[0," sichere"],25]""", """[[4,"Bessere"],25]""", """[[4,"Bessere"],33]""", "Bessere sichere Radwege\nfür Ratingen 🚲!")]
    [InlineData("ab", """[1,[0,"X"],1]""", """[1,[0,"Y"],1]""", """[2,[0,"Y"],1]""", "aXYb")]
    [InlineData("abcdef", """[1,[4],1]""", """[3,[0,"Z"],3]""", """[1,[0,"Z"],1]""", "aZf")]
    public void Whoever_comes_second_is_mapped_over_the_first(string text, string first, string second, string mapped, string result)
    {
        var (one, two) = (ChangeSet.Parse(first), ChangeSet.Parse(second));
        Assert.Equal(mapped, two.Map(one).ToJson());
        Assert.Equal(result, two.Map(one).Apply(one.Apply(text)));
        Assert.Equal(result, one.Map(two, before: true).Apply(two.Apply(text)));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""null""")]
    [InlineData("""[0]""")]
    [InlineData("""[-1]""")]
    [InlineData("""[1.5]""")]
    [InlineData("""[4294967297]""")]
    [InlineData("""[[]]""")]
    [InlineData("""[[0]]""")]
    [InlineData("""[[0,""]]""")]
    [InlineData("""[[-1,"a"]]""")]
    [InlineData("""["a"]""")]
    [InlineData("""[["a"]]""")]
    [InlineData("""[[0,1]]""")]
    [InlineData("""[[0,null]]""")]
    [InlineData("""[[0,"a\nb"]]""")]
    [InlineData("""[[0,"a\rb"]]""")]
    [InlineData("""[[0,"a\u0000b"]]""")]
    [InlineData("""[[0,"\ud83d"]]""")]
    [InlineData("""[[0,"\udeb2\ud83d"]]""")]
    [InlineData("""[2147483647,2147483647]""")]
    [InlineData("""[[0,[["a"]]]]""")]
    public void What_is_no_change_is_not_read(string json) => Assert.Throws<FormatException>(() => ChangeSet.Parse(json));

    [Theory]
    [InlineData("""[28]""")]
    [InlineData("""[30]""")]
    [InlineData("""[]""")]
    [InlineData("""[27,[0,"x"],2]""")]
    [InlineData("""[27,[1],1]""")]
    [InlineData("""[26,[1],2]""")]
    public void A_change_of_another_text_and_a_cut_through_a_character_do_not_fit(string json) => Assert.IsType<ChangesDoNotFit>(ChangeSet.Parse(json).CheckAgainst(Text));

    [Fact]
    public void Too_long_a_result_is_refused()
    {
        var half = new string('x', SharedText.MaxLength / 2);
        var change = ChangeSet.Of(half.Length, new TextEdit(0, 0, half + "y"));
        Assert.IsType<SharedTextTooLong>(change.CheckAgainst(half));
        Assert.Null(ChangeSet.Of(half.Length, new TextEdit(0, 0, half)).CheckAgainst(half));
    }

    [Fact]
    public void A_passage_moves_with_the_text_and_ends_when_nothing_of_it_is_left()
    {
        var passage = new TextRange(5, 12);
        Assert.Equal(new TextRange(13, 20), ChangeSet.Parse("""[4,[0," sichere"],25]""").MapRange(passage));
        Assert.Equal(new TextRange(5, 6), ChangeSet.Parse("""[5,[6],18]""").MapRange(passage));
        Assert.Equal(passage, ChangeSet.Parse("""[12,[0,"!"],17]""").MapRange(passage));
        Assert.Null(ChangeSet.Parse("""[3,[11],15]""").MapRange(passage));
        Assert.Null(ChangeSet.Parse("""[3,[11,"anderes"],15]""").MapRange(passage));
    }
}
