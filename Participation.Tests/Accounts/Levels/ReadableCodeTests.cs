using Participation.Web.Accounts.Levels;

namespace Participation.Tests.Accounts.Levels;

public sealed class ReadableCodeTests
{
    [Fact]
    public void No_sign_looks_like_another()
    {
        Assert.DoesNotContain(ReadableCode.Alphabet, letter => "0O1ILl5S2Z8UVQAE".Contains(letter, StringComparison.Ordinal) && letter != 'V');
        Assert.Equal(ReadableCode.Alphabet.Length, ReadableCode.Alphabet.Distinct().Count());
    }

    [Fact]
    public void Codes_use_the_whole_alphabet_and_do_not_repeat()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => ReadableCode.New(ReadableCode.LetterLength)).ToList();
        Assert.Equal(500, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ReadableCode.Alphabet.Order(), string.Concat(codes).Distinct().Order());
    }

    [Theory, InlineData("BCDF3467"), InlineData("bcdf 3467"), InlineData(" BCDF-3467 "), InlineData("b c d f 3 4 6 7"), InlineData("BCDF–3467")]
    public void It_is_read_however_it_is_typed(string typed) => Assert.Equal("BCDF3467", ReadableCode.Read(typed, 8));

    [Theory, InlineData(null), InlineData(""), InlineData("BCDF346"), InlineData("BCDF34677"), InlineData("BCDF3460"), InlineData("ÄCDF3467"), InlineData("BCDF3467                                                  ")]
    public void Anything_else_is_none(string? typed) => Assert.Null(ReadableCode.Read(typed, 8));
}
