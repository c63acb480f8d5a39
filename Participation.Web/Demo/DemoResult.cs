using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Outcomes;
using Participation.Domain.Processes;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Outcomes;

namespace Participation.Web.Demo;

/// <summary>The result of the demo city's first half-year. What it says is invented; what it counts is not.</summary>
internal static class DemoResult
{
    public static void Add(ParticipationDbContext db, MarkdownText markdown, Process process, DemoIdeas ideas, DemoCouncil council, DemoCalendar calendar, DateTimeOffset now)
    {
        string Idea(string key) => $"{{{{idea {ideas.HomeOf(key).Number}}}}}";
        string Paper(string key) => $"{{{{paper {council.Papers[key].Number}}}}}";
        var adopted = $"""
            Der Rat und die Ausschüsse haben in diesem Halbjahr über mehrere Anliegen von hier entschieden.

            ## Ein Lotse für Betriebe

            Aus der Idee eines Handwerksbetriebs wurde ein gemeinsames Vorhaben und daraus ein Beschluss des Rates.

            {Idea("idee-handwerker-lotse")}

            {Paper("vorlage-behoerdenlotse-2026")}

            ## Eine Antwort auf jede Idee

            Jede veröffentlichte Idee bekommt nach spätestens acht Wochen eine begründete Rückmeldung. Auch das war eine Idee.

            {Idea("idee-was-wurde-daraus")}
            """;
        var not = $"""
            **Elektronische Tafeln an den Zufahrten** wurden abgelehnt: Sie hätten rund 310.000 Euro gekostet. Stattdessen wird zuerst in einem Parkhaus gezählt.

            {Paper("vorlage-parktafeln-2026")}
            """;
        var (at, day) = (calendar.Move(new DateTimeOffset(2026, 7, 20, 8, 0, 0, TimeSpan.Zero)), calendar.Day(2026, 7, 15));
        var plan = new ResultPlan(
            "Smart City: Was aus dem ersten Halbjahr wurde",
            "Zwei Anliegen sind beschlossen, eines wurde abgelehnt. Hier steht, was davon kommt, was nicht und warum. Demo-Inhalt: Die Beschlüsse sind erfunden.",
            markdown.Format(adopted), markdown.Format(not), day, "Rat der Stadt (Demo)");
        var result = ProcessResult.Begin(1, process.Id, plan, "", Publication.At(at < now ? at : now), at < now ? at : now);
        result.Announce(at < now ? at : now);
        db.Results.Add(result);
        db.ContentVersions.Add(ContentVersion.Of(Subject.Of(result.Id), 1, plan.Title, ResultText.Of(plan), null, null, result.ChangedAt));
    }

    /// <summary>Counts, once everything is stored.</summary>
    public static async Task CountAsync(ParticipationDbContext db, CountFigures figures, CancellationToken cancel)
    {
        var result = await db.Results.AsNoTracking().SingleAsync(cancel);
        var counted = (await figures.ExecuteAsync(result.ProcessId, cancel)).ToJson();
        await db.Results.ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Figures, counted), cancel);
        await db.ContentVersions.Where(version => version.SubjectKind == SubjectKind.Result).ExecuteUpdateAsync(set => set.SetProperty(version => version.Figures, counted).SetProperty(version => version.FiguresAt, result.FiguresAt), cancel);
    }
}
