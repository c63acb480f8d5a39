using Participation.Domain.Moderation;

namespace Participation.Tests.Moderation.Transparency;

public sealed class HalfYearTests
{
    [Fact]
    public void A_year_has_two_halves_that_follow_one_another()
    {
        var (first, second) = (new HalfYear(2026, 1), new HalfYear(2026, 2));
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)), (first.First, first.Last));
        Assert.Equal((new DateOnly(2026, 7, 1), new DateOnly(2026, 12, 31)), (second.First, second.Last));
        Assert.Equal((second, new HalfYear(2027, 1)), (first.Next, second.Next));
        Assert.Equal((first, second), (HalfYear.Of(new DateOnly(2026, 6, 30)), HalfYear.Of(new DateOnly(2026, 7, 1))));
        Assert.True(first < second && second < new HalfYear(2027, 1));
    }

    [Theory]
    [InlineData("2026-1", true)]
    [InlineData("2026-2", true)]
    [InlineData("2026-3", false)]
    [InlineData("2026-0", false)]
    [InlineData("1899-1", false)]
    [InlineData("26-1", false)]
    [InlineData("2026-01", false)]
    [InlineData("+026-1", false)]
    [InlineData("2026", false)]
    [InlineData("", false)]
    public void Only_what_was_written_is_read(string text, bool exists)
    {
        Assert.Equal(exists, HalfYear.Read(text) is not null);
        if (exists) Assert.Equal(text, HalfYear.Read(text).ToString());
    }

    [Theory]
    [InlineData("1 2 3 4", null, null)]
    [InlineData("2 4 6 10 100", 6.0, 100.0)]
    [InlineData("100 1 2 3 4 6", 3.5, 100.0)]
    [InlineData("1 2 3 4 5 6 7 8 9 10", 5.5, 9.0)]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11", 6.0, 10.0)]
    public void Median_and_ninetieth_percentile_are_those_of_the_sorted_waits(string hours, double? median, double? ninetieth)
    {
        var waits = hours.Split(' ').Select(text => TimeSpan.FromHours(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(new DecisionTimes(waits.Count, median, ninetieth), DecisionTimes.Of(waits));
    }

    [Fact]
    public void Without_decisions_there_is_no_time() => Assert.Equal(new DecisionTimes(0, null, null), DecisionTimes.Of([]));
}
