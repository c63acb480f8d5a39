using CsCheck;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts;

/// <summary>Names, trust, roles, and who speaks for an organisation.</summary>
public sealed class PersonRuleTests
{
    [Theory]
    [InlineData("Kletterrose", "  kletterROSE ")]
    [InlineData("Anna  Meier", "Anna Meier")]
    [InlineData("Anna\u00A0Meier", "anna meier")]
    [InlineData("Jürgen", "Ju\u0308rgen")]
    [InlineData("ANNA", "\uFF21\uFF4E\uFF4E\uFF41")]
    public void Names_that_read_alike_are_one_name(string one, string other) => Assert.Equal(Person.Normalize(one), Person.Normalize(other));

    [Theory, InlineData("Anna", "Anne"), InlineData("Anna Meier", "AnnaMeier")]
    public void Names_that_read_differently_are_two(string one, string other) => Assert.NotEqual(Person.Normalize(one), Person.Normalize(other));

    [Fact]
    public void A_compared_name_compares_to_itself() => Gen.String[Gen.Char.AlphaNumeric, 0, 40].Select(name => name + " äÖß ").Sample(name =>
        Assert.Equal(Person.Normalize(name), Person.Normalize(Person.Normalize(name))));

    [Fact]
    public void A_name_is_kept_as_written_without_the_space_around_it() => Assert.Equal("Frau Holle", A.Person(name: " Frau Holle ").DisplayName);

    [Fact]
    public void Trust_only_grows()
    {
        foreach (var has in Enum.GetValues<Verification>())
        {
            foreach (var confirmed in Enum.GetValues<Verification>())
            {
                var person = A.Person(has);
                person.Confirm(confirmed);
                Assert.Equal((has > confirmed ? has : confirmed, confirmed > has ? 1 : 0), (person.Verification, person.Version));
            }
        }
    }

    [Fact]
    public void A_role_and_a_language_are_given_and_noticed()
    {
        var person = A.Person();
        person.Assign(Role.Moderator);
        person.Speak("en");
        Assert.Equal((Role.Moderator, "en", 2), (person.Role, person.Language, person.Version));
    }

    [Theory]
    [InlineData(Role.Citizen, false, false)]
    [InlineData(Role.Partner, false, false)]
    [InlineData(Role.Moderator, true, false)]
    [InlineData(Role.Administrator, true, true)]
    public void An_administrator_moderates_and_a_moderator_does_not_administrate(Role role, bool moderates, bool administrates)
    {
        var actor = new Actor(A.Moderator, role);
        Assert.Equal((moderates, administrates), (actor.IsModerator, actor.IsAdministrator));
    }

    [Fact]
    public void A_member_speaks_for_one_organisation_in_one_role()
    {
        var organisation = Organisation.Found(OrganisationId.New(A.Moment), "stadtwerke", "Stadtwerke Ratingen", "utility", null, A.Text("Strom und Wasser."));
        var membership = Membership.Grant(organisation.Id, A.Moderator, MembershipRole.Editor);
        Assert.Equal((organisation.Id, A.Moderator, MembershipRole.Editor), (membership.OrganisationId, membership.PersonId, membership.Role));
    }
}
