using Microsoft.AspNetCore.Identity;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Outcomes;

namespace Participation.Web.Demo;

/// <summary>Loads the invented Ratingen into an empty database: everything or, when a step fails, nothing.</summary>
internal sealed class DemoCity(ParticipationDbContext db, MarkdownText markdown, UserManager<Account> users, CountFigures figures, DemoDocuments documents, CityClock clock)
{
    public async Task LoadAsync(string city, string question, CancellationToken cancel)
    {
        var calendar = new DemoCalendar(clock.Today);
        var start = calendar.Move(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        await using var transaction = await db.BeginWriteAsync(cancel);
        db.Topics.AddRange(DemoContent.Read<DemoTopic>("topics").Select((topic, order) => Topic.Of(topic.Key, topic.Name, topic.Description, order)));
        db.Districts.AddRange(DemoContent.Read<DemoDistrict>("districts").Select((d, order) => District.Of(d.Key, d.Name, d.Latitude, d.Longitude, order)));
        new DemoPages(db, markdown).Add(demo: true, clock.Now);
        await FirstTemplates.AddAsync(db, clock.Now, cancel);
        var people = new DemoPeople(db, markdown);
        people.Add(start);
        var processes = new DemoProcesses(markdown, clock);
        var (permanent, budget, closed) = (processes.Permanent(city, question, start), processes.Budget(calendar, start), processes.Closed(calendar, start));
        db.Processes.AddRange(permanent, budget, closed);

        var history = new DemoHistory();
        var (ideas, comments) = (DemoContent.Read<DemoIdea>("ideas"), DemoContent.Read<DemoComment>("comments"));
        var demoIdeas = new DemoIdeas(db, markdown, people, calendar, history);
        demoIdeas.Add(ideas, idea => idea.Key == "idee-buergerbudget" ? budget : permanent, clock.Now);
        var discussion = new DemoDiscussion(db, markdown, people, calendar, demoIdeas, history);
        discussion.Add(comments);
        history.Play();
        discussion.LookAtBefore(clock.Now.AddDays(-3));
        discussion.AddStances(ideas, comments);
        var proposals = new DemoProposals(db, people, calendar, demoIdeas).Add(clock.Today);
        var council = new DemoCouncil(db, markdown, calendar, demoIdeas, proposals, clock);
        council.Add();
        var articles = new DemoNews(db, markdown, calendar).Add();
        var files = documents.Add(council, articles[0], people);
        DemoResult.Add(db, markdown, permanent, demoIdeas, council, calendar, clock.Now);
        var measures = new DemoStrategy(db, markdown, people, calendar, demoIdeas, council).Add();
        var texts = new DemoTexts(db, markdown, people, calendar).Add(permanent);
        var services = new DemoServices(db, people, calendar).Add();
        new DemoLive(db, people, council, clock).Add();
        await db.SaveChangesAsync(cancel);

        await people.AddAccountsAsync(users);
        for (var i = 0; i < demoIdeas.Submitted; i++) await db.NextNumberAsync(Counter.Ideas, cancel);
        for (var i = 0; i < proposals.Count; i++) await db.NextNumberAsync(Counter.Proposals, cancel);
        await db.NextNumberAsync(Counter.Results, cancel);
        foreach (var (counter, count) in council.Counts)
            for (var i = 0; i < count; i++) await db.NextNumberAsync(counter, cancel);
        for (var i = 0; i < files; i++) await db.NextNumberAsync(Counter.Documents, cancel);
        for (var i = 0; i < articles.Count; i++) await db.NextNumberAsync(Counter.Articles, cancel);
        for (var i = 0; i < measures; i++) await db.NextNumberAsync(Counter.Measures, cancel);
        for (var i = 0; i < texts.Count; i++) await db.NextNumberAsync(Counter.Texts, cancel);
        for (var i = 0; i < texts.Sum(text => text.Passages.Count); i++) await db.NextNumberAsync(Counter.Passages, cancel);
        for (var i = 0; i < services; i++) await db.NextNumberAsync(Counter.OnlineServices, cancel);
        for (var i = 0; i < discussion.Reported; i++) await db.NextNumberAsync(Counter.Notices, cancel);
        for (var i = 0; i < discussion.Decided; i++) await db.NextNumberAsync(Counter.Decisions, cancel);
        await DemoResult.CountAsync(db, figures, cancel);
        await transaction.CommitAsync(cancel);
    }
}
