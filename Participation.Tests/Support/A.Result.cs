using Participation.Domain.Editing;
using Participation.Domain.Outcomes;
using Participation.Domain.Processes;

namespace Participation.Tests.Support;

/// <content>Results in memory.</content>
public static partial class A
{
    /// <summary>What a result says.</summary>
    public static ResultPlan ResultPlan(string title = "Ein Ergebnis") => new(title, "Zehn Bänke kommen.", Text("Zehn Bänke."), Text("Kein Brunnen."), new DateOnly(2026, 3, 1), "Rat");

    /// <summary>A result of a process, about which everybody was told.</summary>
    public static ProcessResult Result(Process process, int number, Publication publication)
    {
        var result = ProcessResult.Begin(number, process.Id, ResultPlan(), "", publication, Moment);
        result.Announce(Moment);
        return result;
    }
}
