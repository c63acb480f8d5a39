using Participation.Domain.Moderation.Guards;

namespace Participation.Tests.Moderation.Guards;

public sealed class TextSketchTests
{
    private const string Text = "Auf dem Marktplatz fehlen im Sommer Bänke im Schatten, besonders neben dem Brunnen und vor der Kirche, wo viele ältere Menschen auf den Bus warten und niemand lange stehen kann.";

    [Theory]
    [InlineData(Text, true)]
    [InlineData("AUF DEM MARKTPLATZ fehlen im Sommer **Bänke** im Schatten -- besonders neben dem Brunnen und vor der Kirche; wo viele ältere Menschen auf den Bus warten und niemand lange stehen kann", true)]
    [InlineData(Text + " Danke!", true)]
    [InlineData("Auf dem Rathausplatz fehlen im Winter Laternen am Weg, besonders hinter der Schule und vor dem Parkplatz, wo viele Kinder auf den Bus warten und niemand etwas sehen kann.", false)]
    [InlineData("Ein ganz anderer Text über Glasfaser in Lintorf, der mit Bänken nichts zu tun hat und auch sonst nichts mit dem Markt.", false)]
    public void Nearly_the_same_text_is_recognised(string other, bool alike) => Assert.Equal(alike, WrittenWords.Of(Text).Sketch!.IsAlike(WrittenWords.Of(other).Sketch!.ToBytes()));

    [Fact]
    public void Short_texts_are_alike_by_chance_and_have_none() => Assert.Null(WrittenWords.Of("Das finde ich auch eine sehr gute Idee.").Sketch);

    [Theory, InlineData("\\ud800"), InlineData("\\udc00 a"), InlineData("a\\ufffe\\uffff"), InlineData("&#xD800;")]
    public void Halves_of_characters_are_no_words(string text) => Assert.InRange(WrittenWords.Of(System.Text.RegularExpressions.Regex.Unescape(text)).Words.Count, 0, 1);

    [Fact]
    public void What_is_stored_wrongly_is_like_nothing() => Assert.False(WrittenWords.Of(Text).Sketch!.IsAlike(new byte[7]));

    [Fact]
    public void The_share_of_equal_hashes_follows_the_share_of_equal_runs()
    {
        var words = Enumerable.Range(0, 400).Select(i => $"w{i}").ToList();
        // 40 words at the end are others: 358 of 438 runs are equal, 0.82; of 120 words 0.54.
        Assert.True(Sketch(words, 0).IsAlike(Sketch(words, 0).ToBytes()));
        Assert.False(Sketch(words, 0).IsAlike(Sketch(words, 120).ToBytes()));
    }

    [Fact]
    public void The_same_words_have_the_same_hash_whatever_stands_between_them()
    {
        Assert.Equal(WrittenWords.Of("Mehr Bänke!").Hash, WrittenWords.Of("  mehr *Bänke* …").Hash);
        Assert.NotEqual(WrittenWords.Of("Mehr Bänke!").Hash, WrittenWords.Of("Mehr Bänken!").Hash);
    }

    private static TextSketch Sketch(List<string> words, int others) => WrittenWords.Of(string.Join(' ', words.Take(words.Count - others).Concat(Enumerable.Range(0, others).Select(i => $"x{i}")))).Sketch!;
}
