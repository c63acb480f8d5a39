using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.News;
using Participation.Domain.Proposals;
using Participation.Domain.Uploads;
using Participation.Tests.Support;

namespace Participation.Tests.Architecture;

/// <summary>What the addresses of <see cref="RightsMatrix"/> lead to, all of it by one author who is none of those who ask.</summary>
internal static class RightsContent
{
    /// <summary>A body that fits every PUT of the API.</summary>
    public static object Body(string topic) => new { stance = "for", label = "none", title = "Bänke für alle", summary = "", body = "Auf dem Marktplatz fehlen Bänke im Schatten.", topic };

    /// <summary>What addresses name.</summary>
    internal sealed record Made(Guid Draft, string Topic, IReadOnlyList<Guid> Images);

    /// <summary>Adds everything.</summary>
    public static async Task<Made> AddAsync(TestSite site)
    {
        var given = new Given(site);
        var (author, process) = (await given.PersonAsync(), await given.ProcessAsync());
        foreach (var (number, title) in new[] { (1, "Mehr Bänke"), (2, "Weniger Bänke"), (3, "Verborgene Bänke") }) Assert.Equal(number, await given.IdeaAsync(author, title: title));
        return await site.WithDbAsync(async db =>
        {
            var ideas = await db.Ideas.OrderBy(idea => idea.Number).ToListAsync();
            Assert.Null(ideas[2].Hide("Beleidigung.", A.Moment));
            ideas[0].NextCommentNumber();
            ideas[0].NextCommentNumber();
            foreach (var (number, held) in new[] { (1, false), (2, true) })
            {
                db.Comments.Add(Comment.Post(
                    CommentId.New(A.Moment), Subject.Of(ideas[0].Id), number, null, author.Person, null, CommentLabel.None, A.Text("Gute Idee."), held, $"rights-{number}", A.Moment));
            }

            var draft = Idea.Draft(IdeaId.New(A.Moment), process.Id, author.Person, null, A.IdeaText("Noch ein Entwurf", topic: null), "rights-draft", A.Moment);
            db.Ideas.Add(draft);
            var anonymous = Person.WithoutAccount(PersonId.New(A.Moment), null, A.Moment);
            var assisted = Idea.Assist(IdeaId.New(A.Moment), process.Id, anonymous.Id, A.IdeaText("Aufgenommene Bänke") with { TopicKey = ideas[0].TopicKey }, "rights-assisted", author.Person, A.Moment);
            Assert.Null(assisted.Submit(await db.NextNumberAsync(Web.Data.Counter.Ideas, CancellationToken.None), process, anonymous, A.Moment));
            db.People.Add(anonymous);
            db.Ideas.Add(assisted);
            var images = ideas.Take(3).Select(idea => ImageIn(db, idea)).ToList();
            db.Documents.Add(Document.Publish(1, "Gutachten", new DocumentContent("%PDF-"u8.ToArray(), new string('0', Upload.HashLength)), author.Person, A.Moment, standalone: true));
            AddCouncil(db, author);
            foreach (var (publication, index) in new[] { Publication.At(A.Moment), Publication.Draft, new Publication(A.Moment, A.Moment, "Doppelt.") }.Select((publication, index) => (publication, index))) db.Results.Add(A.Result(process, index + 1, publication));
            foreach (var (number, step) in new[] { (1, PublicationStep.Publish), (2, PublicationStep.Keep), (3, PublicationStep.Publish) }) db.Articles.Add(ArticleOf(number, step));
            db.Pages.Add(PageOf("sommerfest", PublicationStep.Publish));
            db.Pages.Add(PageOf("winterfest", PublicationStep.Keep));
            AddStrategy(db);
            AddTexts(db, process, author);
            await db.SaveChangesAsync();
            await db.Uploads.ExecuteUpdateAsync(set => set.SetProperty(upload => upload.UsedByKind, SubjectKind.Idea));
            for (var index = 0; index < images.Count; index++)
            {
                var (image, idea) = (UploadId.From(images[index]), (Guid?)ideas[index].Id.Value);
                await db.Uploads.Where(upload => upload.Id == image).ExecuteUpdateAsync(set => set.SetProperty(upload => upload.UsedById, idea));
            }

            await db.Ideas.Where(idea => idea.Number == 2)
                .ExecuteUpdateAsync(idea => idea.SetProperty(i => i.Status, IdeaStatus.Submitted).SetProperty(i => i.PublishedAt, (DateTimeOffset?)null));
            return new Made(draft.Id.Value, ideas[0].TopicKey!, images);
        });
    }

    /// <summary>Bodies, and meetings and papers of the first: public, a draft, withdrawn; to the first meeting a question that everybody reads and one that waits.</summary>
    private static void AddCouncil(Web.Data.ParticipationDbContext db, Actor author)
    {
        var body = A.Body();
        db.Bodies.AddRange(body, A.Body(2, publication: Publication.Draft), A.Body(3, publication: new Publication(A.Moment, A.Moment, "Doppelt.")));
        foreach (var (publication, index) in new[] { Publication.At(A.Moment), Publication.Draft, new Publication(A.Moment, A.Moment, "Doppelt.") }.Select((publication, index) => (publication, index)))
        {
            var meeting = A.Meeting(body, index + 1, publication: publication, start: index == 0 ? TimeProvider.System.GetUtcNow() : null);
            meeting.AddItem(index + 1, new(1.ToString(System.Globalization.CultureInfo.InvariantCulture), 1, "Eröffnung", true), A.Moment);
            db.Meetings.Add(meeting);
            if (index == 0) AskMeeting(db, meeting, author);
            db.Papers.Add(A.Paper(body, index + 1, publication: publication));
        }
    }

    private static void AskMeeting(Web.Data.ParticipationDbContext db, Meeting meeting, Actor author)
    {
        var floor = MeetingFloor.Of(meeting.Id);
        Assert.Null(floor.OpenQuestions(meeting, 0, meeting.Start));
        db.MeetingFloors.Add(floor);
        foreach (var held in new[] { false, true })
            db.MeetingQuestions.Add(MeetingQuestion.Ask(MeetingQuestionId.New(A.Moment), meeting.Id, floor.NextQuestion(), null, "Wann?", author.Person, held, $"rights-{held}", A.Moment));
    }

    /// <summary>Article 1 is public, 2 a draft, 3 withdrawn.</summary>
    private static Article ArticleOf(int number, PublicationStep step)
    {
        var text = new ArticleText("Ein Brunnen", "Kurz.", A.Text("Lang."), [new Keyword("wasser", "Wasser")]);
        var article = Article.Write(ArticleId.New(A.Moment), number, text, null, A.Moment);
        Assert.Null(article.Change(text, new PublicationChange(step), 0, A.Moment));
        if (number == 3) Assert.Null(article.Change(text, new PublicationChange(PublicationStep.Withdraw, null, "Falsch."), 1, A.Moment));
        return article;
    }

    private static Page PageOf(string slug, PublicationStep step)
    {
        var text = new PageText("Fest", A.Text("Am Markt."));
        var page = Page.Write(PageId.New(A.Moment), slug, text, A.Moment);
        Assert.Null(page.Change(text, new PublicationChange(step), null, 0, A.Moment));
        return page;
    }

    private static Guid ImageIn(Web.Data.ParticipationDbContext db, Idea idea)
    {
        var upload = Upload.Receive(UploadId.New(A.Moment), idea.AuthorId, "Ein Brunnen", (1, 1), new string('0', Upload.HashLength), new Dictionary<int, byte[]> { [UploadFile.Small] = [1], [UploadFile.Large] = [1] }, A.Moment);
        db.Uploads.Add(upload);
        return upload.Id.Value;
    }

    /// <summary>Measures and services: one that everybody reads, a draft, and a measure that was withdrawn.</summary>
    private static void AddStrategy(Web.Data.ParticipationDbContext db)
    {
        var paper = A.Strategy();
        db.Strategies.Add(paper);
        var (open, draft, gone) = (A.Measure(paper, 1, "Zehn Ladepunkte"), A.Measure(paper, 2, "Entwurf", published: false), A.Measure(paper, 3, "Zurückgezogen"));
        Assert.Null(gone.Publish(new PublicationChange(PublicationStep.Withdraw, Reason: "Doppelt."), A.Edit()));
        db.Measures.AddRange(open, draft, gone);
        db.OnlineServices.AddRange(A.Service(1, "Wohnsitz ummelden"), A.Service(2, "Entwurf", published: false));
    }

    /// <summary>Texts: one that everybody reads, a draft, and one that was withdrawn.</summary>
    private static void AddTexts(Web.Data.ParticipationDbContext db, Domain.Processes.Process process, Actor author)
    {
        var gone = A.DiscussedText(process, 3, "Zurückgezogen", after: 20);
        Assert.Null(gone.Publish(new PublicationChange(PublicationStep.Withdraw, Reason: "Überholt."), A.Moment));
        var open = A.DiscussedText(process);
        var passage = open.Passages[1];
        db.Comments.Add(Comment.Post(CommentId.New(A.Moment), passage.Subject, passage.NextCommentNumber(), null, author.Person, null, CommentLabel.None, A.Text("Gut so."), held: false, "rights-passage", A.Moment));
        passage.CountComment(1, A.Moment);
        db.DiscussedTexts.AddRange(open, A.DiscussedText(process, 2, "Entwurf", published: false, after: 10), gone);
    }

    /// <summary>Makes someone speak for an organisation.</summary>
    public static Task<int> MakeEditorAsync(TestSite site, Actor partner) => site.WithDbAsync(db =>
    {
        var organisation = Organisation.Found(OrganisationId.New(A.Moment), "stadtwerke", "Stadtwerke Ratingen", "utility", null, A.Text("Strom und Wasser."));
        db.Organisations.Add(organisation);
        db.Memberships.Add(Membership.Grant(organisation.Id, partner.Person, MembershipRole.Editor));
        var proposal = Proposal.Start(ProposalId.New(A.Moment), 1, "Sichere Radwege", "", organisation.Id, [], readAlong: false, "vorhaben-1", partner.Person, A.Moment, A.ProposalTexts);
        db.Proposals.Add(proposal);
        db.Revisions.Add(A.Revision(proposal, 1));
        db.Suggestions.Add(A.Suggestion(proposal, 1, partner.Person));
        db.PassageComments.Add(A.Remark(proposal, 1, partner.Person));
        return db.SaveChangesAsync();
    });
}
