using CsCheck;
using Participation.Domain.Moderation.Guards;

namespace Participation.Tests.Moderation.Guards;

/// <summary>The stems that the description of the algorithm gives as examples, and what we need it for.</summary>
public sealed class GermanStemTests
{
    [Theory]
    [InlineData("aufeinander", "aufeinand")]
    [InlineData("aufeinanderbiss", "aufeinanderbiss")]
    [InlineData("aufeinanderfolge", "aufeinanderfolg")]
    [InlineData("aufeinanderfolgenden", "aufeinanderfolg")]
    [InlineData("aufeinanderfolgt", "aufeinanderfolgt")]
    [InlineData("aufeinanderschlügen", "aufeinanderschlug")]
    [InlineData("aufenthaltes", "aufenthalt")]
    [InlineData("auferlegen", "auferleg")]
    [InlineData("auferstehung", "aufersteh")]
    [InlineData("auferstünde", "auferstund")]
    [InlineData("kategorie", "kategori")]
    [InlineData("kategorischen", "kategor")]
    [InlineData("kater", "kat")]
    [InlineData("katerliede", "katerlied")]
    [InlineData("katers", "kat")]
    [InlineData("käthchen", "kathch")]
    [InlineData("kathinka", "kathinka")]
    [InlineData("katholischer", "kathol")]
    [InlineData("kattunhalstücher", "kattunhalstuch")]
    [InlineData("katzen", "katz")]
    public void Words_have_the_stems_of_the_description(string word, string stem) => Assert.Equal(stem, GermanStem.Of(word));

    [Theory]
    [InlineData("Häuser", "Haeuser")]
    [InlineData("Straße", "Strassen")]
    [InlineData("Verhältnis", "Verhältnisse")]
    [InlineData("Quelle", "Quellen")]
    [InlineData("freundlich", "freundlichen")]
    public void Forms_and_spellings_of_a_word_share_one(string one, string other) => Assert.Equal(GermanStem.Of(one.ToLowerInvariant()), GermanStem.Of(other.ToLowerInvariant()));

    [Fact]
    public void Whatever_comes_has_a_stem_that_is_not_longer() => Gen.String[Gen.Char["aäbcdefghijklmnoöpqrstuüvwxyzß"], 0, 30]
        .Sample(word => GermanStem.Of(word).Length <= word.Replace("ß", "ss", StringComparison.Ordinal).Length);
}
