using Participation.Web.Accounts.Levels;

namespace Participation.Tests.Accounts.Levels;

/// <summary>One person is one person, however they are spelled; two people are two.</summary>
public sealed class PersonTraitsTests
{
    [Theory]
    [InlineData("Jürgen", "Müller", "JUERGEN", "mueller")]
    [InlineData("Björn", "Weiß", "Bjoern", "WEISS")]
    [InlineData("René", "Lefèvre", "Rene", "Lefevre")]
    [InlineData("Łukasz", "Wałęsa", "lukasz", "walesa")]
    [InlineData("Søren", "Ångström", "Soeren", "Aangstroem")]
    [InlineData("Anna Maria", "Schmidt", "Anna", "Schmidt")]
    [InlineData("Anna-Maria", "Schmidt", "Anna Maria", "Schmidt")]
    [InlineData("Ute", "Müller-Lüdenscheidt", "Ute", "Lüdenscheidt Müller")]
    [InlineData("Ute", "von der Leyen", "Ute", "Leyen, von der")]
    [InlineData("  Dr.  Ute ", "Dr. Schulz", "Ute", "Schulz")]
    [InlineData("Sean", "O'Brien", "Sean", "O’Brien")]
    [InlineData("Sean", "O'Brien", "Sean", "OBrien")]
    [InlineData("Jürgen", "Müller", "Jürgen", "Müller")]
    public void Spellings_of_one_person_are_the_same(string given, string family, string otherGiven, string otherFamily) =>
        Assert.Equal(GivenLevels.Traits(given, family).Canonical(), GivenLevels.Traits(otherGiven, otherFamily).Canonical());

    [Theory]
    [InlineData("Anna", "Müller", "Anna", "Mahler")]
    [InlineData("Anna", "Müller", "Hanna", "Müller")]
    [InlineData("Anna", "Müller-Schmidt", "Anna", "Müller")]
    [InlineData("Martin", "Paul", "Paul", "Martin")]
    [InlineData("An", "Nabel", "Anna", "Bel")]
    public void Different_people_differ(string given, string family, string otherGiven, string otherFamily) =>
        Assert.NotEqual(GivenLevels.Traits(given, family).Canonical(), GivenLevels.Traits(otherGiven, otherFamily).Canonical());

    [Fact]
    public void Another_birth_date_is_another_person() =>
        Assert.NotEqual(GivenLevels.Traits().Canonical(), (GivenLevels.Traits() with { BirthDate = GivenLevels.Born.AddDays(1) }).Canonical());

    [Fact]
    public void Names_without_letters_tell_nobody_from_others()
    {
        Assert.False(GivenLevels.Traits("...", "Müller").IsComplete);
        Assert.False(GivenLevels.Traits("Anna", "Dr.").IsComplete);
        Assert.True(GivenLevels.Traits("李", "王").IsComplete);
    }

    [Theory]
    [InlineData(2026, 12, 23, 35), InlineData(2026, 12, 24, 36), InlineData(2004, 12, 23, 13), InlineData(2004, 12, 24, 14)]
    public void An_age_is_reached_on_the_birthday(int year, int month, int day, int age) => Assert.Equal(age, GivenLevels.Traits().AgeOn(new DateOnly(year, month, day)));

    [Fact]
    public void Who_was_born_on_the_29th_of_February_is_of_age_on_the_28th_or_later()
    {
        var traits = new PersonTraits("Anna", "Schmidt", new DateOnly(2012, 2, 29));
        Assert.Equal(13, traits.AgeOn(new DateOnly(2026, 2, 27)));
        Assert.Equal(14, traits.AgeOn(new DateOnly(2026, 2, 28)));
    }
}
