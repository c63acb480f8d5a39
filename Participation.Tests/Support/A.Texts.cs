using Participation.Domain.Processes;
using Participation.Domain.Texts;

namespace Participation.Tests.Support;

/// <summary>Texts that are discussed, for tests.</summary>
public static partial class A
{
    /// <summary>A plan of a text; what begins with a # is a heading, and a number before a bar is the passage it was.</summary>
    public static TextPlan TextPlan(ProcessId process, params string[] passages) => new("Leitlinien", Text("Worum es geht."), process, null, null,
        [.. passages.Select(passage => passage.Split('|') is [var number, var body] ? new PassagePlan(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), LevelOf(body), Text(body)) : new PassagePlan(null, LevelOf(passage), Text(passage)))]);

    /// <summary>A text whose passages are numbered from the one after a given number.</summary>
    public static DiscussedText DiscussedText(Process process, int number = 1, string title = "Leitlinien", bool published = true, int after = 0, params string[] passages)
    {
        var plan = TextPlan(process.Id, passages.Length > 0 ? passages : ["# Eins", "Alle Dienste sind online.", "Wir messen die Luft."]) with { Title = title };
        var text = Domain.Texts.DiscussedText.Create(DiscussedTextId.New(Moment), number, plan, () => ++after, null, Moment);
        if (published) Assert.Null(text.Publish(Now, Moment));
        return text;
    }

    private static int LevelOf(string body) => body.TakeWhile(letter => letter == '#').Count();
}
