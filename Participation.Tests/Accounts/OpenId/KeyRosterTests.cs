using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts.OpenId;

public sealed class KeyRosterTests
{
    private static readonly KeyPlan Plan = new(TimeSpan.FromDays(90), TimeSpan.FromDays(2), TimeSpan.FromDays(15));

    [Fact]
    public void Without_a_key_one_is_due_at_once() => Assert.Equal(A.Moment, Roster(0).Due());

    [Fact]
    public void A_key_signs_until_the_next_one_begins()
    {
        var keys = new[] { Key("a", 0), Key("b", 90) };
        Assert.Equal(("a", "b", 0), (Roster(89, keys).Active!.Name, Roster(89, keys).Announced[0].Name, Roster(89, keys).Retired.Count));
        Assert.Equal(("b", "a", 0), (Roster(90, keys).Active!.Name, Roster(90, keys).Retired[0].Name, Roster(90, keys).Announced.Count));
    }

    [Fact]
    public void The_next_key_is_announced_two_days_before_the_last_one_ends()
    {
        Assert.Null(Roster(87, Key("a", 0)).Due());
        Assert.Equal(A.Moment.AddDays(90), Roster(88, Key("a", 0)).Due());
        Assert.Null(Roster(88, Key("a", 0), Key("b", 90)).Due());
    }

    [Fact]
    public void A_site_that_slept_too_long_announces_all_the_same_and_signs_with_the_old_key_meanwhile()
    {
        var roster = Roster(200, Key("a", 0));
        Assert.Equal("a", roster.Active!.Name);
        Assert.Equal(A.Moment.AddDays(202), roster.Due());
    }

    [Fact]
    public void A_retired_key_checks_as_long_as_a_token_of_it_may_live_and_is_then_forgotten()
    {
        var keys = new[] { Key("a", 0), Key("b", 90) };
        Assert.Empty(Roster(104, keys).Expired);
        Assert.Equal("a", Assert.Single(Roster(105, keys).Expired).Name);
        Assert.Empty(Roster(105, keys).Retired);
        Assert.Equal("b", Roster(1000, keys).Active!.Name);
    }

    private static KeyRoster Roster(int day, params SigningKey[] keys) => KeyRoster.Of(keys, Plan, A.Moment.AddDays(day));

    private static SigningKey Key(string name, int day) => SigningKey.Announce(name, "", "", A.Moment.AddDays(day), A.Moment.AddDays(day == 0 ? 0 : day - 2));
}
