using Participation.Domain.Editing;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Services;
using Participation.Tests.Support;

namespace Participation.Tests.Strategy;

public sealed class ServiceRuleTests
{
    [Theory]
    [InlineData(MaturityModel.V11, 0, TrafficLight.Red), InlineData(MaturityModel.V11, 1, TrafficLight.Red), InlineData(MaturityModel.V11, 2, TrafficLight.Yellow), InlineData(MaturityModel.V11, 3, TrafficLight.Yellow), InlineData(MaturityModel.V11, 4, TrafficLight.Green)]
    [InlineData(MaturityModel.V20, 1, TrafficLight.Red), InlineData(MaturityModel.V20, 4, TrafficLight.Yellow), InlineData(MaturityModel.V20, 6, TrafficLight.Yellow), InlineData(MaturityModel.V20, 7, TrafficLight.Green)]
    public void The_light_follows_from_model_and_level(MaturityModel model, int level, TrafficLight light) => Assert.Equal(light, new Maturity(model, level).Light);

    [Theory, InlineData(MaturityModel.V11, 5, 4), InlineData(MaturityModel.V20, 8, 7), InlineData(MaturityModel.V11, -1, 4)]
    public void A_model_has_its_own_levels(MaturityModel model, int level, int highest) => Assert.Equal(new LevelOutOfRange(highest), (A.ServicePlan() with { Maturity = new Maturity(model, level) }).Check());

    [Theory, InlineData("99123456789012", true), InlineData("98123456789012", false), InlineData("9912345678901", false), InlineData("9912345678901X", false), InlineData("٩٩123456789012", false)]
    public void A_key_consists_of_14_digits_beginning_with_99(string key, bool fits) => Assert.Equal(fits, (A.ServicePlan() with { Key = key }).Check() is null);

    [Fact]
    public void A_light_that_differs_needs_a_reason_and_one_that_does_not_is_forgotten()
    {
        Assert.IsType<LightNeedsReason>((A.ServicePlan() with { LightSet = TrafficLight.Green }).Check());
        Assert.Null((A.ServicePlan() with { LightSet = TrafficLight.Green, LightReason = "Seit gestern." }).Check());
        Assert.Equal(A.ServicePlan(), (A.ServicePlan() with { LightSet = TrafficLight.Yellow, LightReason = "Unnötig." }).Simplest());
    }

    [Fact]
    public void Each_change_makes_a_state_and_what_changes_nothing_makes_none()
    {
        var service = A.Service(1, "Wohnsitz ummelden");
        Assert.Null(service.Change(service.Plan, service.Version, null, A.Moment));
        Assert.Equal([0, 1], service.States.Select(state => state.Version));
        Assert.Null(service.Change(service.Plan with { Maturity = new Maturity(MaturityModel.V11, 4) }, service.Version, null, A.Moment.AddDays(1)));
        Assert.Equal((2, TrafficLight.Green), (service.Version, service.States[^1].Light));
        Assert.Null(service.Publish(new PublicationChange(PublicationStep.Withdraw, Reason: "Entfallen."), null, A.Moment.AddDays(2)));
        Assert.True(service.States[^1].IsWithdrawn);
    }

    [Theory, InlineData(2026, 1, "2026-03-31"), InlineData(2026, 4, "2026-12-31"), InlineData(2024, 2, "2024-06-30")]
    public void A_quarter_ends_with_its_last_day(int year, int number, string day) => Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new Quarter(year, number).LastDay);

    [Fact]
    public void Quarters_follow_one_another() => Assert.Equal((new Quarter(2025, 4), new Quarter(2026, 2)), (new Quarter(2026, 1).Previous, Quarter.Of(new DateOnly(2026, 6, 30))));
}
