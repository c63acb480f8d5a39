using Participation.Domain.Ideas;
using Participation.Web.Ideas.Polis;

namespace Participation.Tests.Ideas.Polis;

public sealed class PolisTitleTests
{
    [Theory]
    [InlineData("Mehr Bänke am Markt. Bitte im Schatten.", "Mehr Bänke am Markt")]
    [InlineData("Mehr Bänke am Markt!", "Mehr Bänke am Markt!")]
    [InlineData("Geräte, z. B. Autos, teilen. Das spart.", "Geräte, z. B. Autos, teilen")]
    [InlineData("Ab ca. 50 Euro soll es gelten. Sonst nicht.", "Ab ca. 50 Euro soll es gelten")]
    [InlineData("Erste Zeile\nzweite Zeile", "Erste Zeile")]
    [InlineData("x", "x")]
    [InlineData("Und so weiter...", "Und so weiter...")]
    public void The_first_sentence_is_the_title(string body, string title) => Assert.Equal(title, PolisTitle.Of(body));

    [Fact]
    public void A_long_sentence_is_cut_at_a_word()
    {
        var title = PolisTitle.Of(string.Join(' ', Enumerable.Repeat("Straßenbäume", 20)));
        Assert.EndsWith("Straßenbäume …", title, StringComparison.Ordinal);
        Assert.True(title.Length <= IdeaText.TitleMaxLength);
    }

    [Fact]
    public void A_word_without_end_is_cut_between_characters()
    {
        var title = PolisTitle.Of("a" + string.Concat(Enumerable.Repeat("🌳", 200)));
        Assert.True(title.Length <= IdeaText.TitleMaxLength);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(title)));
    }
}
