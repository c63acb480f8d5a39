using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Processes;
using Participation.Web.Hosting;
using Participation.Web.Processes;

namespace Participation.Tests.Processes;

public sealed class PhaseLineTests : BunitContext
{
    public PhaseLineTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        Services.AddSingleton(new CityClock(Options.Create(new CityOptions()), new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))));
    }

    [Fact]
    public void Each_phase_says_when_it_is_and_the_one_that_runs_is_marked()
    {
        var line = Render<PhaseLine>(parameters => parameters.Add(phases => phases.Phases,
        [
            new Phase(0, "Sammeln", null, null, new DateOnly(2026, 10, 31)), new Phase(1, "Abwägen <b>gemeinsam</b>", null, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 24)),
            new Phase(2, "Rat", null, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1)), new Phase(3, "Umsetzung", null, new DateOnly(2027, 1, 1), null),
        ]));
        Assert.Equal(["Sammeln", "Abwägen <b>gemeinsam</b>", "Rat", "Umsetzung"], line.FindAll(".phases__name").Select(name => name.TextContent));
        Assert.Equal(
            ["bis 31. Oktober 2026", "1. November 2026 – 24. November 2026", "1. Dezember 2026", "ab 1. Januar 2027"],
            line.FindAll(".phases__when").Select(when => when.TextContent.Replace('\u00A0', ' ')));
        Assert.Equal(["done", "now", "next", "next"], line.FindAll("li").Select(item => item.ClassList[^1]["phases__item--".Length..]));
        Assert.Equal([1], line.FindAll("li").Select((item, index) => (item, index)).Where(pair => pair.item.HasAttribute("aria-current")).Select(pair => pair.index));
    }

    [Fact]
    public void Without_dates_the_note_stands_there_and_without_phases_nothing()
    {
        Assert.Equal("folgt", Render<PhaseLine>(parameters => parameters.Add(phases => phases.Phases, [new Phase(0, "Antwort", "folgt", null, null)])).Find(".phases__when").TextContent);
        Assert.Empty(Render<PhaseLine>(parameters => parameters.Add(phases => phases.Phases, [])).FindAll("li"));
    }
}
