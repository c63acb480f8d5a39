using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Services;
using Participation.Web.Data;

namespace Participation.Web.Demo;

/// <summary>Online services of the invented city. The first list is from spring; some services went up a level since, so that earlier quarters look different.</summary>
internal sealed class DemoServices(ParticipationDbContext db, DemoPeople people, DemoCalendar calendar)
{
    private static readonly DateTimeOffset[] Raised = [new(2026, 5, 20, 9, 0, 0, TimeSpan.Zero), new(2026, 8, 18, 9, 0, 0, TimeSpan.Zero), new(2026, 10, 27, 9, 0, 0, TimeSpan.Zero)];

    /// <summary>Adds all of them.</summary>
    /// <returns>How many there are.</returns>
    public int Add()
    {
        var (number, by, begin) = (0, people["moderation-b"].Id, calendar.Move(new DateTimeOffset(2026, 3, 17, 8, 0, 0, TimeSpan.Zero)));
        foreach (var source in DemoContent.Read<DemoService>("services"))
        {
            var plan = source.Plan();
            var rises = number % 3 == 0 && plan.Maturity.Level >= 2;
            var first = rises ? plan with { Maturity = plan.Maturity with { Level = plan.Maturity.Level - 1 }, Note = null } : plan;
            var service = OnlineService.Create(OnlineServiceId.New(begin), ++number, first, by, begin);
            Accept(service.Publish(new PublicationChange(PublicationStep.Publish), by, begin));
            if (rises) Accept(service.Change(plan, service.Version, by, calendar.Move(Raised[number % Raised.Length])));
            if (service.Light != source.TrafficLight) throw new InvalidOperationException($"Demo services: the light of {source.Name} does not follow from its level.");
            db.OnlineServices.Add(service);
        }

        return number;
    }

    private static void Accept(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException($"Demo services: {refusal}");
    }
}

internal sealed record DemoService(string Name, string? LeikaKey, string Description, MaturityModel MaturityModel, int MaturityLevel, TrafficLight TrafficLight, string? Url, string? Note)
{
    public ServicePlan Plan() => new(Name, LeikaKey, Description, new Maturity(MaturityModel, MaturityLevel), null, null, Url, Note, null);
}
