using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>The processes: the permanent one of every new site, and two more in the demo city.</summary>
internal sealed class DemoProcesses(MarkdownText markdown, CityClock clock)
{
    private const string Rules = """
        - Lesen können alle, ohne Anmeldung.
        - Schreiben kann, wer mindestens 14 Jahre alt ist und eine E-Mail-Adresse bestätigt hat. Ein Pseudonym ist erlaubt.
        - Die Moderation prüft neue Ideen vor der Veröffentlichung nur auf die [Netiquette](/seite/netiquette). Beiträge erscheinen sofort.
        - Jede Person hat je Idee eine Haltung. Sie lässt sich ändern, solange die Idee offen ist.
        - Auf jede Idee folgt nach spätestens acht Wochen eine Antwort oder ein Zwischenstand mit neuem Datum.
        - Haltungen sind ein Stimmungsbild. Die Entscheidung trifft die Politik.
        """;

    /// <summary>A budget of the city is spent by the people who live there.</summary>
    private static readonly string ResidentRules = Rules.Replace(
        "wer mindestens 14 Jahre alt ist und eine E-Mail-Adresse bestätigt hat.", "wer in der Stadt wohnt, mindestens 14 Jahre alt ist und das im Konto angegeben hat.", StringComparison.Ordinal);

    /// <summary>The process that never closes.</summary>
    public Process Permanent(string city, string question, DateTimeOffset now) => Process.Create(ProcessId.New(now), $"smart-city-{Domain.Slug.From(city)}", new ProcessPlan(
        $"Smart City {city}", question, $"Ihre Ideen für eine Stadt, in der Digitales den Alltag leichter macht: beim Amt, auf dem Schulweg, im Stadtteil. Dieses Verfahren ist immer offen.",
        markdown.Format(Rules), null, null, StanceMode.ForNeutralAgainst, ModerationMode.PreModerateIdeas, Verification.Email, 56, [], Always()), now);

    /// <summary>A process with a time frame: collecting is over, discussing goes on.</summary>
    public Process Budget(DemoCalendar calendar, DateTimeOffset now)
    {
        var (opens, closes) = (calendar.Day(2026, 4, 1), calendar.Day(2026, 9, 30));
        var ends = calendar.Day(2027, 1, 29);
        return Process.Create(ProcessId.New(now), "buergerbudget-lintorf-probelauf-2027", new ProcessPlan(
            "Bürgerbudget Lintorf: Probelauf 2027", "Was soll mit 15.000 Euro in Lintorf entstehen?",
            "15.000 Euro, acht Projekte: Lintorf redet mit, was 2027 entstehen soll. Danach zeigt sich, ob daraus ein Bürgerbudget für alle Stadtteile wird.",
            markdown.Format(ResidentRules), opens, ends, StanceMode.ForNeutralAgainst, ModerationMode.PreModerateIdeas, Verification.SelfDeclaredResident, 56,
            [
                new(0, "Idee und Diskussion", null, opens, closes),
                new(1, "Regeln im Rat beraten", null, calendar.Day(2026, 10, 6), calendar.Day(2026, 10, 6)),
                new(2, "Projekte gemeinsam abwägen", null, calendar.Day(2026, 11, 16), calendar.Day(2027, 1, 10)),
                new(3, "Auswertung", null, calendar.Day(2027, 1, 11), calendar.Day(2027, 1, 29)),
                new(4, "Beratung in der Politik", "Antwort der Stadt folgt", calendar.Day(2027, 1, 30), null),
            ],
            [
                new(ActivityKind.CollectIdeas, Start(opens), Start(closes.AddDays(1))),
                new(ActivityKind.Discuss, Start(opens), Start(calendar.Day(2027, 1, 11))),
                new(ActivityKind.TakeStances, Start(opens), Start(calendar.Day(2027, 1, 11))),
            ]), now);
    }

    /// <summary>A process that is over and stays readable.</summary>
    public Process Closed(DemoCalendar calendar, DateTimeOffset now)
    {
        var (opens, closes) = (calendar.Day(2026, 1, 12), calendar.Day(2026, 3, 31));
        return Process.Create(ProcessId.New(now), "beteiligung-online-was-brauchen-sie", new ProcessPlan(
            "Beteiligung online: Was brauchen Sie?", "Wie soll eine Plattform zum Mitreden aussehen?",
            "Vor dem Start dieser Plattform haben wir gefragt, was sie können muss. Das Verfahren ist abgeschlossen und bleibt lesbar.",
            markdown.Format(Rules), opens, closes, StanceMode.ForNeutralAgainst, ModerationMode.PreModerateIdeas, Verification.Email, 56,
            [new(0, "Fragen sammeln", null, opens, calendar.Day(2026, 2, 28)), new(1, "Auswerten", null, calendar.Day(2026, 3, 1), closes)],
            [.. Enum.GetValues<ActivityKind>().Select(kind => new Activity(kind, Start(opens), Start(closes.AddDays(1))))]), now);
    }

    private static List<Activity> Always() => [.. Enum.GetValues<ActivityKind>().Select(kind => new Activity(kind, null, null))];

    private DateTimeOffset Start(DateOnly day) => clock.StartOf(day);
}
