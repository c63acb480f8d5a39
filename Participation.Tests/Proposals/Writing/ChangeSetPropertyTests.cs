using CsCheck;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Proposals.Writing;

namespace Participation.Tests.Proposals.Writing;

/// <summary>What holds for every text and every change.</summary>
public sealed class ChangeSetPropertyTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("a", "b", "ä", "\n", "🚲", "wort ", "noch ein Wort. ").Array[0, 12].Select(string.Concat);

    [Fact]
    public void Both_ways_round_lead_to_one_text() => Pairs().Sample((text, one, two) =>
        Assert.Equal(two.Map(one).Apply(one.Apply(text)), one.Map(two, before: true).Apply(two.Apply(text))));

    [Fact]
    public void Two_changes_as_one_do_the_same() => Gen.Select(Texts, Texts, Texts).Sample((first, second, third) =>
    {
        var (one, two) = (TextDifference.Between(first, second), TextDifference.Between(second, third));
        Assert.Equal(third, one.Compose(two).Apply(first));
    });

    [Fact]
    public void A_difference_leads_from_one_text_to_the_other_and_cuts_no_character() => Gen.Select(Texts, Texts).Sample((before, after) =>
    {
        var change = TextDifference.Between(before, after);
        Assert.Null(change.CheckAgainst(before));
        Assert.Equal(after, change.Apply(before));
        Assert.Equal(before == after, change.IsEmpty);
        Assert.Equal(change.ToJson(), ChangeSet.Parse(change.ToJson()).ToJson());
    });

    [Fact]
    public void Positions_keep_their_order() => Pairs().Sample((text, one, _) =>
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            var mapped = Enumerable.Range(0, text.Length + 1).Select(at => one.MapPosition(at, side).Position).ToList();
            Assert.Equal(mapped.Order(), mapped);
            Assert.All(mapped, at => Assert.InRange(at, 0, one.NewLength));
        }
    });

    [Fact]
    public void Long_texts_are_compared_line_by_line_and_very_long_ones_at_once()
    {
        var lines = Enumerable.Range(0, 8000).Select(i => $"Zeile {i}").ToArray();
        var before = string.Join('\n', lines);
        (lines[1], lines[3000], lines[7900]) = ("anders", "anders", "anders");
        Assert.Equal(3, TextDifference.Between(before, string.Join('\n', lines)).Sections.Count(section => !section.IsKept));
        var other = new string('x', 300_000);
        Assert.Equal(other, TextDifference.Between(before, other).Apply(before));
    }

    private static Gen<(string Text, ChangeSet One, ChangeSet Two)> Pairs() => Gen.Select(Texts, Texts, Texts, (text, one, two) => (text, TextDifference.Between(text, one), TextDifference.Between(text, two)));
}
