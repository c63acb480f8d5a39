using System.Text.RegularExpressions;
using CsCheck;
using Participation.Domain;

namespace Participation.Tests.Shared;

public sealed partial class SlugTests
{
    [Theory]
    [InlineData("Mehr Bänke am Markt!", "mehr-baenke-am-markt")]
    [InlineData("ÄÖÜ äöü ß", "aeoeue-aeoeue-ss")]
    [InlineData("Café – déjà vu", "cafe-deja-vu")]
    [InlineData("  --Tempo 30--  ", "tempo-30")]
    [InlineData("A & B / C", "a-b-c")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void A_title_becomes_a_readable_address(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Theory, InlineData(""), InlineData("???"), InlineData("日本語"), InlineData("🌳🌳")]
    public void A_title_without_latin_letters_becomes_a_hyphen(string title) => Assert.Equal("-", Slug.From(title));

    [Fact]
    public void An_umlaut_in_two_parts_is_the_same_umlaut() => Assert.Equal("baenke-am-markt", Slug.From("Ba\u0308nke am Markt"));

    [Fact]
    public void A_capital_sharp_s_is_written_out() => Assert.Equal("strasse", Slug.From("STRA\u1E9EE"));

    [Theory, InlineData('\uFFFE'), InlineData('\uFFFF'), InlineData('\uD800'), InlineData('\uDC00')]
    public void What_is_no_character_does_not_break_the_pages_that_link_to_it(char none) => Assert.Equal("mehr-baenke", Slug.From($"Mehr {none} Bänke"));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("zwoelfzeichen", 10)));
        Assert.Equal(string.Join('-', Enumerable.Repeat("zwoelfzeichen", 5)), slug);
        Assert.Equal(new string('a', Slug.MaxLength), Slug.From(new string('a', 200)));
        Assert.Equal(new string('a', Slug.MaxLength), Slug.From(new string('a', Slug.MaxLength) + " b"));
    }

    [Fact]
    public void Whatever_people_write_the_address_is_valid_and_stays_so() => Gen.OneOf(
        Gen.String, Gen.String[Gen.OneOf('ä', 'ß', 'A', '-', ' ', '9', '\u0308', '\uD83C', '\uFFFE'), 0, 200]).Sample(title =>
    {
        var slug = Slug.From(title);
        Assert.Matches(Valid(), slug);
        Assert.True(slug.Length <= Slug.MaxLength);
        Assert.Equal(slug, Slug.From(slug));
    });

    [GeneratedRegex("^(-|[a-z0-9]+(-[a-z0-9]+)*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Valid();
}
