using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.News;
using Participation.Domain.Notifications;
using Participation.Domain.Processes;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Strategy.Measures;
using Participation.Domain.Uploads;
using Participation.Tests.Support;

namespace Participation.Tests.Architecture;

/// <summary>Grows everything that pages list: processes, ideas in several states, and under idea 1 comments, versions and decisions.</summary>
internal sealed class CrowdedCity(TestSite site, Actor reader)
{
    private static readonly IdeaStatus[] States = [IdeaStatus.Published, IdeaStatus.Submitted, IdeaStatus.UnderReview, IdeaStatus.Accepted, IdeaStatus.Implemented];
    private int _size;
    private Proposal? _proposal;
    private PassageComment? _remark;
    private Domain.Council.Body? _council;
    private Meeting? _meeting;

    /// <summary>Adds rows of each kind until there are that many.</summary>
    public Task<int> GrowToAsync(int size) => site.WithDbAsync(async db =>
    {
        var process = await new Given(site).ProcessAsync();
        var people = new List<Person>();
        var body = await db.Organisations.FirstOrDefaultAsync(organisation => organisation.Slug == "viele-vorhaben");
        if (body is null) db.Organisations.Add(body = Organisation.Found(OrganisationId.New(At(0)), "viele-vorhaben", "Verein", "association", null, Domain.FormattedText.Empty));
        for (var i = _size; i < size; i++)
        {
            var draft = Proposal.Start(ProposalId.New(At(i)), i + 1, $"Vorhaben {i}", "Kurz.", body.Id, [], readAlong: true, $"viele-{i}", reader.Person, At(i), A.ProposalTexts);
            draft.SetCosts([.. Enumerable.Range(1, i % CostItem.MostItems).Select(line => new CostLine($"Posten {line}", line, null))], At(i));
            db.Proposals.Add(draft);
            _proposal ??= draft;
            db.Suggestions.Add(A.Suggestion(_proposal, i + 1, reader.Person));
            var remark = A.Remark(_proposal, i + 1, reader.Person, i % 2 == 1 ? _remark : null);
            db.PassageComments.Add(remark);
            _remark ??= remark;
            if (i < RevisionRoom.MostNamed) db.Revisions.Add(A.Revision(_proposal, i + 1));
            people.Add(Person.Join(PersonId.New(At(i)), $"Mensch {i}", Role.Citizen, Verification.Email, At(i)));
            db.Processes.Add(Process.Create(ProcessId.New(At(i)), $"verfahren-{i}", A.Plan() with { Title = $"Verfahren {i}" }, At(i)));
            db.Notifications.Add(Notification.Tell(reader.Person, NotificationKind.IdeaCommented, 1, 1, "Bänke", null, $"crowd-{i}", At(i)));
            db.Documents.Add(Document.Publish(1000 + i, $"Gutachten {i}", new DocumentContent("%PDF-"u8.ToArray(), new string('0', Upload.HashLength)), reader.Person, At(i)));
            db.Articles.Add(NewArticle(i));
            db.Pages.Add(NewPage(i));
            if (i > 0) db.Ideas.Add(NewIdea(db.Topics.First().Key, process, i % 3 == 0 ? reader.Person : people[^1].Id, i));
        }

        CrowdedCouncil.Grow(db, ref _council, _size, size);
        for (var i = _size; i < size; i++) AskMeeting(db, i);
        for (var i = _size; i < size; i++) db.Results.Add(Domain.Outcomes.ProcessResult.Begin(i + 1, process.Id, A.ResultPlan($"Ergebnis {i}") with { Adopted = new("{{idea 1}}\n\n{{proposal 1}}\n\n{{paper 1}}", "<p>{{idea 1}}</p><p>{{proposal 1}}</p><p>{{paper 1}}</p>", 1) }, "", Domain.Editing.Publication.At(At(i)), At(i)));
        db.People.AddRange(people);
        await db.SaveChangesAsync();
        await AddStrategyAsync(db, size);
        var strategy = await db.Strategies.Select(paper => paper.Id).FirstAsync();
        for (var i = _size; i < size; i++)
        {
            var text = A.DiscussedText(process, i + 1, $"Text {i} über Bänke", after: i * 50, passages: [.. Enumerable.Range(0, i == 0 ? 3 : 20).Select(passage => $"Absatz {passage} über Bänke")]);
            if (i % 2 == 0) Assert.Null(text.Change(A.TextPlan(process.Id, [.. text.Passages.Select(passage => $"{passage.Number}|{passage.Body.Markdown}")]) with { Title = text.Title, StrategyId = strategy }, 0, () => 0, At(i)));
            db.DiscussedTexts.Add(text);
        }

        await db.SaveChangesAsync();
        var first = await db.Ideas.Include(idea => idea.Versions).SingleOrDefaultAsync(idea => idea.Number == 1);
        if (first is null) db.Ideas.Add(first = NewIdea(db.Topics.First().Key, process, people[0].Id, 0));
        var roots = await db.Comments.Where(comment => comment.Depth == 0).OrderBy(comment => comment.Number).ToListAsync();
        for (var i = _size; i < size; i++) Discuss(db, first, roots, people[i - _size], i);
        for (var i = _size; i < size; i++) db.AuditEntries.Add(AuditEntry.Of("idea.hide", i % 2 == 0 ? Subject.Of(first.Id) : Subject.Of(people[i - _size].Id), reader.Person, At(i), "Beleidigung."));
        _size = size;
        return await db.SaveChangesAsync();
    });

    /// <summary>Measures with milestones, history, ideas and a proposal under one field of action; services with several states.</summary>
    private async Task AddStrategyAsync(Web.Data.ParticipationDbContext db, int size)
    {
        var paper = await db.Strategies.Include(strategy => strategy.Fields).FirstOrDefaultAsync();
        if (paper is null) db.Strategies.Add(paper = A.Strategy());
        var ideas = await db.Ideas.OrderBy(idea => idea.Number).Select(idea => idea.Id).Take(20).ToListAsync();
        var papers = await db.Papers.OrderBy(one => one.Number).Select(one => one.Id).Take(20).ToListAsync();
        for (var i = _size; i < size; i++)
        {
            var plan = A.MeasurePlan(paper, $"Maßnahme {i}") with { Ideas = ideas, Proposals = [_proposal!.Id], Papers = papers, Milestones = [.. Enumerable.Range(0, 5).Select(step => new MilestonePlan(null, $"Schritt {step}", new DateOnly(2026, 3, 1 + step), null))] };
            var measure = A.Measure(paper, i + 1, plan.Title, plan: plan);
            for (var step = 1; step < 4; step++) Assert.Null(measure.Change(A.PlanOf(measure, plan) with { Progress = step }, measure.Version, A.Edit(reader.Person)));
            db.Measures.Add(measure);
            var service = A.Service(i + 1, $"Dienst {i}");
            Assert.Null(service.Change(service.Plan with { Note = "Neu." }, service.Version, reader.Person, At(i)));
            db.OnlineServices.Add(service);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Questions to one meeting, of every kind, liked by the reader.</summary>
    private void AskMeeting(Web.Data.ParticipationDbContext db, int i)
    {
        if (_meeting is null)
        {
            _meeting = db.Meetings.Local.Single(meeting => meeting.Number == 1);
            var floor = MeetingFloor.Of(_meeting.Id);
            Assert.Null(floor.OpenQuestions(_meeting, 0, _meeting.Start));
            db.MeetingFloors.Add(floor);
        }

        var question = MeetingQuestion.Ask(MeetingQuestionId.New(At(i)), _meeting.Id, i + 1, null, $"Frage {i}?", reader.Person, held: i % 7 == 6, $"frage-{i}", At(i));
        if (i % 3 == 2 && question.IsVisible) Assert.Null(question.Settle(new(QuestionState.Answered, "Ja.", "Frau Muster"), reader.Person, 0, default, At(i)));
        db.MeetingQuestions.Add(question);
        db.QuestionLikes.Add(QuestionLike.Of(question.Id, reader.Person, At(i)));
    }

    private void Discuss(Web.Data.ParticipationDbContext db, Idea idea, List<Comment> roots, Person author, int i)
    {
        var comment = Comment.Post(CommentId.New(At(i)), Subject.Of(idea.Id), idea.NextCommentNumber(), i % 3 == 1 ? roots[0] : null, author.Id, null,
            CommentLabel.None, A.Text($"Beitrag {i}"), held: i % 5 == 4, $"crowd-{i}", At(i));
        if (comment.IsVisible) idea.CountComment(1, At(i));
        if (comment is { IsVisible: true, Depth: > 0 }) roots[0].CountReply(1);
        if (comment is { IsVisible: true, Depth: 0 }) roots.Add(comment);
        db.Comments.Add(comment);
        Assert.Null(idea.Revise(A.IdeaText("Bänke am Platz 1", $"Fassung {i} dieser Idee, die sich ändert.", idea.TopicKey), author.Id, At(i)));
        db.Decisions.Add(Decision.Make(1000 + i, Subject.Of(idea.Id), idea.AuthorId, Domain.Moderation.Measure.Hide, Ground.Respect, "Beleidigung.", reader.Person, At(i)));
        if (i < CaseNote.MostOfOneCase) db.CaseNotes.Add(CaseNote.Write(Subject.Of(idea.Id), idea.AuthorId, reader.Person, $"Notiz {i}", $"crowd-{i}", At(i)));
        db.CaseClaims.Add(CaseClaim.Take(CaseRef.OfIdea(i + 1), reader.Person, TimeProvider.System.GetUtcNow()));
    }

    private Idea NewIdea(string topic, Process process, PersonId author, int i)
    {
        var (idea, status) = (Idea.Draft(IdeaId.New(At(i)), process.Id, author, null, A.IdeaText($"Bänke am Platz {i + 1}", topic: topic), $"crowd-{i}", At(i)), States[i % States.Length]);
        var holding = A.Process(ModerationMode.PreModerateAll);
        Assert.Null(idea.Submit(i + 1, holding, A.Person(), At(i)));
        if (status is not IdeaStatus.Submitted) Assert.Null(idea.Publish(process, reader.Person, At(i)));
        if (status is IdeaStatus.UnderReview) Assert.Null(idea.BeginReview(reader.Person, At(i)));
        if (status is IdeaStatus.Accepted or IdeaStatus.Implemented) Assert.Null(idea.Answer(An.Answer(), reader.Person, At(i)));
        if (status is IdeaStatus.Implemented) Assert.Null(idea.CompleteImplementation(reader.Person, At(i)));
        idea.Count(new StanceCounts(i, 1, i / 2));
        return idea;
    }

    private static Article NewArticle(int i)
    {
        var text = new ArticleText($"Meldung {i}", "Kurz.", A.Text("Lang."), [new Keyword("viele", "Viele"), new Keyword($"stichwort-{i}", $"Stichwort {i}")]);
        var article = Article.Write(ArticleId.New(At(i)), i + 1, text, null, At(i));
        Assert.Null(article.Change(text, new PublicationChange(PublicationStep.Publish), 0, At(i)));
        return article;
    }

    private static Page NewPage(int i)
    {
        var text = new PageText($"Seite {i}", A.Text("Lang und viele Wörter."), $"Rubrik {i}", "Kurz.");
        var page = Page.Write(PageId.New(At(i)), $"seite-{i}", text, At(i));
        Assert.Null(page.Change(text, new PublicationChange(PublicationStep.Publish), null, 0, At(i)));
        return page;
    }

    private static DateTimeOffset At(int i) => A.Moment.AddMinutes(i);
}
