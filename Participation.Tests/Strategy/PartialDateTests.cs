using Participation.Domain.Strategy;

namespace Participation.Tests.Strategy;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2021", "2021"), InlineData("2021-06", "2021-06"), InlineData("6.2021", "2021-06"), InlineData("06/2021", "2021-06"), InlineData("2021-06-24", "2021-06-24"), InlineData(" 24.6.2021 ", "2021-06-24")]
    public void A_date_is_kept_as_exactly_as_it_is_known(string typed, string stored)
    {
        Assert.True(PartialDate.TryParse(typed, out var date));
        Assert.Equal(stored, date.ToString());
        Assert.Equal(date, PartialDate.Parse(stored));
    }

    [Theory, InlineData(""), InlineData(null), InlineData("bald"), InlineData("2021-13"), InlineData("31.2.2021"), InlineData("0021"), InlineData("3021"), InlineData("20210624")]
    public void What_is_no_date_is_refused(string? typed) => Assert.False(PartialDate.TryParse(typed, out _));

    [Fact]
    public void Dates_are_in_order_of_time_and_the_vaguer_comes_first() => Assert.Equal(
        ["2020", "2021", "2021-01", "2021-01-01", "2021-06"],
        new[] { "2021-06", "2021-01-01", "2021", "2020", "2021-01" }.Select(PartialDate.Parse).Order().Select(date => date.ToString()));
}
