using Participation.Domain.Moderation.Guards;

namespace Participation.Tests.Moderation.Guards;

public sealed class WordListTests
{
    private static readonly WordList Default = new(GuardRules.Default.Words);

    [Theory]
    [InlineData("So ein Arschloch!", "Arschloch")]
    [InlineData("lauter ARSCHLÖCHER hier", "Arschloch")]
    [InlineData("lauter Arschloecher hier", "Arschloch")]
    [InlineData("Ihr Hurensöhne", "Hurensohn")]
    [InlineData("den Wichsern zeigen", "Wichser")]
    [InlineData("als Untermenschen beschimpft", "Untermensch")]
    [InlineData("Sieg heil, rief er", "Sieg Heil")]
    [InlineData("Arsch**loch**", "Arschloch")]
    [InlineData("Arsch\u00ADloch", "Arschloch")]
    [InlineData("Arsch\u200Bloch", "Arschloch")]
    [InlineData("&#65;rschloch", "Arschloch")]
    [InlineData("am Bahnhof steht ein 卐", "卐")]
    public void Forms_and_disguises_are_found(string text, string entry) => Assert.Equal([entry], Find(Default, text));

    [Theory]
    [InlineData("Der Assessor fährt auf Klassenfahrt nach Passau und isst Barsch.")]
    [InlineData("Marschweg, Wichernstraße, Fuchsweg, Am Fotzenberg, Kanadaring, Nigeria und der Niger")]
    [InlineData("Heilpraktiker, Siegburg, ein Sieg, das Heil der Welt, der Siegheilige")]
    [InlineData("Die Uhren gehen falsch, die Untermieter klagen, Missverständnis, Geburtstag, Hurrikan")]
    [InlineData("Arschitektur gibt es nicht, aber Architektur, Loch, Schlagloch und Marsch")]
    [InlineData("Der Judenhof und die Synagoge, die Sau im Wildgehege, der Führerschein")]
    public void Harmless_words_are_not(string text) => Assert.Empty(Find(Default, text));

    [Fact]
    public void A_star_stands_for_any_letters_on_its_side()
    {
        Assert.Equal(["*idiot"], Find(new WordList(["*idiot"]), "Diese Vollidioten"));
        Assert.Empty(Find(new WordList(["*idiot"]), "Idiotensicher"));
        Assert.Equal(["Idiot*"], Find(new WordList(["Idiot*"]), "idiotensicher"));
        Assert.Empty(Find(new WordList(["Idiot*"]), "Vollidiot"));
        Assert.Equal(["*idiot*"], Find(new WordList(["*idiot*"]), "Vollidiotenverein"));
        Assert.Equal(["Blöd*"], Find(new WordList(["Blöd*"]), "so ein Bloedsinn"));
    }

    [Fact]
    public void Without_a_star_only_the_word_itself_is_found()
    {
        var list = new WordList(["Ass", "Kater"]);
        Assert.Empty(Find(list, "Assessor, Klasse, Kasse, Wasser, Kathedrale, Katerina"));
        Assert.Equal(["Kater"], Find(list, "mit den Katern"));
    }

    [Fact]
    public void Several_words_are_found_behind_one_another_only()
    {
        var list = new WordList(["fauler Hund"]);
        Assert.Equal(["fauler Hund"], Find(list, "Ihr faulen Hunde!"));
        Assert.Empty(Find(list, "Der Hund ist fauler als die Katze."));
    }

    [Fact]
    public void Each_entry_is_named_once_and_no_more_than_asked_for()
    {
        var list = new WordList(["eins", "zwei", "drei"]);
        Assert.Equal(["eins", "zwei"], list.FindIn(WrittenWords.Of("eins eins zwei drei").Words, 2));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("***", false)]
    [InlineData("I*iot", false)]
    [InlineData("*ass*", false)]
    [InlineData("fauler Hund*", false)]
    [InlineData("*idiot*", true)]
    [InlineData("卐", true)]
    public void An_entry_that_would_find_nothing_or_everything_is_refused(string entry, bool usable) => Assert.Equal(usable, WordList.Check(entry) is null);

    [Fact]
    public void A_long_text_and_a_full_list_are_done_at_once()
    {
        var list = new WordList(Enumerable.Range(0, GuardRules.MostWords).Select(i => $"*wort{i}wort*"));
        var text = string.Join(' ', Enumerable.Range(0, 2000).Select(i => $"etwas{i}"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(Find(list, text));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    private static IReadOnlyList<string> Find(WordList list, string text) => list.FindIn(WrittenWords.Of(text).Words, 5);
}
