using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Processes;
using Participation.Domain.Proposals;
using Participation.Domain.Uploads;
using Participation.Tests.Support;

namespace Participation.Tests.Architecture;

/// <summary>Grows everything that pages list: processes, ideas in several states, and under idea 1 comments, versions and decisions.</summary>
internal sealed class CrowdedCity(TestSite site, Actor reader)
{
    private static readonly IdeaStatus[] States = [IdeaStatus.Published, IdeaStatus.Submitted, IdeaStatus.UnderReview, IdeaStatus.Accepted, IdeaStatus.Implemented];
    private int _size;
    private OrganisationId? _lead;

    /// <summary>Adds rows of each kind until there are that many.</summary>
    public Task<int> GrowToAsync(int size) => site.WithDbAsync(async db =>
    {
        var process = await new Given(site).ProcessAsync();
        var people = new List<Person>();
        for (var i = _size; i < size; i++)
        {
            people.Add(Person.Join(PersonId.New(At(i)), $"Mensch {i}", Role.Citizen, Verification.Email, At(i)));
            db.Processes.Add(Process.Create(ProcessId.New(At(i)), $"verfahren-{i}", A.Plan() with { Title = $"Verfahren {i}" }, At(i)));
            db.Notifications.Add(Notification.Tell(reader.Person, NotificationKind.IdeaCommented, 1, 1, "Bänke", null, $"crowd-{i}", At(i)));
            db.Documents.Add(Document.Publish(1000 + i, $"Gutachten {i}", "%PDF-"u8.ToArray(), new string('0', Upload.HashLength), reader.Person, At(i)));
            if (i > 0) db.Ideas.Add(NewIdea(db.Topics.First().Key, process, i % 3 == 0 ? reader.Person : people[^1].Id, i));
        }

        db.People.AddRange(people);
        await db.SaveChangesAsync();
        var first = await db.Ideas.Include(idea => idea.Versions).SingleOrDefaultAsync(idea => idea.Number == 1);
        if (first is null) db.Ideas.Add(first = NewIdea(db.Topics.First().Key, process, people[0].Id, 0));
        var roots = await db.Comments.Where(comment => comment.Depth == 0).OrderBy(comment => comment.Number).ToListAsync();
        for (var i = _size; i < size; i++) Discuss(db, first, roots, people[i - _size], i);
        for (var i = _size; i < size; i++) db.AuditEntries.Add(AuditEntry.Of("idea.hide", i % 2 == 0 ? Subject.Of(first.Id) : Subject.Of(people[i - _size].Id), reader.Person, At(i), "Beleidigung."));
        await ProposeAsync(db, first, size);
        _size = size;
        return await db.SaveChangesAsync();
    });

    /// <summary>Proposals of an organisation that the reader owns; the first one has as many organisations, ideas, costs and steps as fit.</summary>
    private async Task ProposeAsync(Web.Data.ParticipationDbContext db, Idea idea, int size)
    {
        var speaker = new Speaker(reader.Person, new Dictionary<OrganisationId, MembershipRole>());
        for (var i = _size; i < size; i++)
        {
            var organisation = Organisation.Found(OrganisationId.New(At(i)), $"haus-{i}", $"Haus {i}", "club", null, A.Text("Ein Verein."));
            db.Organisations.Add(organisation);
            if (i == 0) db.Memberships.Add(Membership.Grant(organisation.Id, reader.Person, MembershipRole.Owner));
            _lead ??= organisation.Id;
            var texts = Enum.GetValues<SectionKind>().ToDictionary(section => section, section => $"Abschnitt {section} {i}");
            if (i % 3 == 0) db.Proposals.Add(Proposal.Start(ProposalId.New(At(i)), i + 1, i == 0 ? "Sichere Radwege" : $"Radwege {i}", "Kurz", _lead.Value, [idea.Id], readAlong: i % 2 == 0, reader.Person, At(i), texts: texts));
        }

        await db.SaveChangesAsync();
        var proposal = await db.Proposals.Include(p => p.Authors).Include(p => p.Costs).SingleAsync(p => p.Number == 1);
        speaker = speaker with { Memberships = new Dictionary<OrganisationId, MembershipRole> { [_lead!.Value] = MembershipRole.Owner } };
        foreach (var other in (await db.Organisations.Where(organisation => organisation.Slug.StartsWith("haus-")).OrderBy(organisation => organisation.Id).Select(organisation => organisation.Id).Take(Proposal.MostAuthors).ToListAsync()).Skip(proposal.Authors.Count))
            Assert.Null(proposal.Invite(other, AuthorRole.Adviser, speaker, At(size)));
        Assert.Null(proposal.Calculate([.. Enumerable.Range(0, Math.Min(size, CostItem.MostItems)).Select(i => new CostLine($"Posten {i}", i, null))], proposal.Version, speaker, At(size)));
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
        db.Decisions.Add(Decision.Make(1000 + i, Subject.Of(idea.Id), idea.AuthorId, Measure.Hide, Ground.Respect, "Beleidigung.", reader.Person, At(i)));
        if (i < CaseNote.MostOfOneCase) db.CaseNotes.Add(CaseNote.Write(Subject.Of(idea.Id), idea.AuthorId, reader.Person, $"Notiz {i}", $"crowd-{i}", At(i)));
        db.CaseClaims.Add(CaseClaim.Take(new CaseRef(i + 1), reader.Person, TimeProvider.System.GetUtcNow()));
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

    private static DateTimeOffset At(int i) => A.Moment.AddMinutes(i);
}
