using CsCheck;
using Participation.Web.Markdown;
using Participation.Web.Texts;

namespace Participation.Tests.Texts;

/// <summary>Passages stay who they are while the text around them is edited.</summary>
public sealed class PassageMatchTests
{
    private static readonly string[] Sentences =
    [
        "Die Stadt baut Radwege.", "Die Stadt baut breite Radwege.", "Alle Dienste sind online.", "Viele Dienste sind online zu haben.", "Wir messen die Luft.", "Das Rathaus hat offen.", "Daten sind offen.",
    ];

    private static readonly Gen<string[]> Texts = Gen.Int[0, Sentences.Length - 1].Select(i => Sentences[i]).Array[0, 12];

    [Fact]
    public void What_says_the_same_keeps_its_number_wherever_something_new_is_put() =>
        Assert.Equal([1, null, 2, 3], Match(["Alpha eins", "Beta zwei", "Gamma drei"], ["Alpha eins", "Ganz neu hier", "Beta zwei", "Gamma drei"]));

    [Fact]
    public void Changed_words_keep_the_number_when_most_of_them_stay() =>
        Assert.Equal([1, 2, 3], Match(["Alpha eins", "Die Stadt baut bis 2027 Radwege an allen Schulen", "Gamma drei"], ["Alpha eins", "Die Stadt baut bis 2028 breite Radwege an allen Schulen", "Gamma drei"]));

    [Fact]
    public void Other_words_in_the_same_place_are_a_new_passage() =>
        Assert.Equal([1, null, 3], Match(["Alpha eins", "Die Stadt baut Radwege", "Gamma drei"], ["Alpha eins", "Alle Dienste werden online angeboten", "Gamma drei"]));

    [Fact]
    public void What_was_left_out_gives_its_number_to_nobody() => Assert.Equal([1, 3], Match(["Alpha eins", "Beta zwei", "Gamma drei"], ["Alpha eins", "Gamma drei"]));

    [Fact]
    public void A_moved_passage_keeps_its_number() => Assert.Equal([3, 1, 2], Match(["Alpha eins", "Beta zwei", "Gamma drei"], ["Gamma drei", "Alpha eins", "Beta zwei"]));

    [Fact]
    public void Of_two_that_are_alike_the_more_alike_one_is_taken() =>
        Assert.Equal([null, 1], Match(["Die Stadt baut bis 2027 Radwege an allen Schulen"], ["Die Stadt baut Wege an Schulen", "Die Stadt baut bis 2028 Radwege an allen Schulen"]));

    [Fact]
    public void A_heading_never_takes_over_the_discussion_of_a_paragraph() =>
        Assert.Equal([null], PassageMatch.Numbers([new KnownPassage(1, 0, "Radwege für alle")], [new SourceBlock(2, "## Radwege für alle")]));

    [Fact]
    public void A_struck_passage_comes_back_when_it_is_written_again() =>
        Assert.Equal([1, 2], PassageMatch.Numbers([new KnownPassage(1, 0, "Alpha eins"), new KnownPassage(2, 0, "Beta zwei", Stands: false)], [new SourceBlock(0, "Alpha eins"), new SourceBlock(0, "Beta zwei")]));

    [Fact]
    public void A_struck_passage_is_not_found_again_in_words_that_are_only_alike() =>
        Assert.Equal([null], PassageMatch.Numbers([new KnownPassage(2, 0, "Beta zwei drei", Stands: false)], [new SourceBlock(0, "Beta zwei vier")]));

    [Fact]
    public void An_unchanged_text_keeps_every_number() => Texts.Sample(texts => Match(texts, texts).SequenceEqual(Enumerable.Range(1, texts.Length).Select(number => (int?)number)));

    [Fact]
    public void No_number_is_used_twice() => Gen.Select(Texts, Texts).Sample((before, after) =>
    {
        var numbers = Match(before, after);
        return numbers.Count == after.Length && numbers.OfType<int>().Distinct().Count() == numbers.OfType<int>().Count() && numbers.OfType<int>().All(number => number <= before.Length);
    });

    [Fact]
    public void Whatever_says_the_same_in_both_is_kept() => Gen.Select(Texts, Texts).Sample((before, after) =>
        Match(before, after).OfType<int>().Count() >= before.Intersect(after).Count());

    private static IReadOnlyList<int?> Match(string[] before, string[] after) =>
        PassageMatch.Numbers([.. before.Select((text, i) => new KnownPassage(i + 1, 0, text))], [.. after.Select(text => new SourceBlock(0, text))]);
}
