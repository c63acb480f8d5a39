using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
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
            AddMeetings(db, author);
            var images = ideas.Take(3).Select(idea => ImageIn(db, idea)).ToList();
            db.Documents.Add(Document.Publish(1, "Gutachten", new DocumentContent("%PDF-"u8.ToArray(), new string('0', Upload.HashLength)), author.Person, A.Moment));
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

    /// <summary>A public meeting with a question that everybody reads and one that waits, and a draft.</summary>
    private static void AddMeetings(Web.Data.ParticipationDbContext db, Actor author)
    {
        var now = TimeProvider.System.GetUtcNow();
        var body = Domain.Council.Body.Add(1, new("Ausschuss", null, BodyKind.Committee, null, null, null, null, null, []), A.Moment);
        var plan = new MeetingPlan(body.Id, "Sitzung", MeetingState.Invited, Cancelled: false, now, null, null, Domain.FormattedText.Empty);
        var meeting = Meeting.Plan(1, plan, Publication.At(A.Moment), A.Moment);
        var floor = MeetingFloor.Of(meeting.Id);
        Assert.Null(floor.OpenQuestions(meeting, 0, now));
        db.Bodies.Add(body);
        db.Meetings.AddRange(meeting, Meeting.Plan(2, plan, Publication.Draft, A.Moment));
        db.MeetingFloors.Add(floor);
        foreach (var held in new[] { false, true })
            db.MeetingQuestions.Add(MeetingQuestion.Ask(MeetingQuestionId.New(A.Moment), meeting.Id, floor.NextQuestion(), null, "Wann?", author.Person, held, $"rights-{held}", A.Moment));
    }

    private static Guid ImageIn(Web.Data.ParticipationDbContext db, Idea idea)
    {
        var upload = Upload.Receive(UploadId.New(A.Moment), idea.AuthorId, "Ein Brunnen", (1, 1), new string('0', Upload.HashLength), new Dictionary<int, byte[]> { [UploadFile.Small] = [1], [UploadFile.Large] = [1] }, A.Moment);
        db.Uploads.Add(upload);
        return upload.Id.Value;
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
