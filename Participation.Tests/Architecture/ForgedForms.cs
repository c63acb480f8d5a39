using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Tests.Accounts;
using Participation.Tests.Support;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Tests.Architecture;

/// <summary>Who opens a form, where it is, and what makes it complete.</summary>
internal sealed record FilledForm(string Who, string Page, string Form, Dictionary<string, string> Values, string? Button = null, string? Mail = null);

/// <summary>Every form of the site that writes, filled so that it would be accepted.</summary>
internal static class ForgedForms
{
    private const string Email = "anna@example.org";
    private const string NoticeKey = "schluessel-eines-melde";
    private const string Long = "Ein Text, der lang genug ist, um zu gelten.";

    public static IReadOnlyDictionary<string, FilledForm> All { get; } = new Dictionary<string, FilledForm>
    {
        ["submit an idea"] = new("citizen", Links.NewIdeaIn("smart-city"), "form[data-idea-form]", new() { ["Input.Title"] = "Trinkbrunnen am Bahnhof", ["Input.Body"] = Long, ["Input.Topic"] = "mobilitaet", ["Input.Rules"] = "true" }, "button[value=einreichen]"),
        ["edit an idea"] = new("author", Links.EditIdea(1), "#bearbeiten", new() { ["Input.Title"] = "Ein anderer Titel" }),
        ["withdraw an idea"] = new("author", Links.WithdrawIdea(1), "#zurueckziehen", new() { ["Reason"] = "Erledigt." }),
        ["delete a draft"] = new("author", Links.MyIdeas, "main form", []),
        ["take a stance"] = new("citizen", Links.Idea(1, "Mehr Bänke am Markt"), "form[data-stances]", [], "button[value=dafuer]"),
        ["answer an idea"] = new("moderator", Links.AnswerIdea(1), "#antwort", new() { ["Input.Outcome"] = "Accepted", ["Input.Text"] = Long, ["Input.Organisation"] = "{organisation}" }),
        ["merge two ideas"] = new("moderator", Links.MergeIdea(2, 1), "form[aria-labelledby=begruenden]", new() { ["Input.Reason"] = "Dieselbe Idee." }),
        ["decide on an idea"] = new("moderator", Links.ModerateIdea(1), "#entscheidung", new() { ["Input.Ground"] = "Respect", ["Input.Facts"] = "Beleidigt Dritte." }, "button[value=Hide]"),
        ["decide on a comment"] = new("moderator", Links.ModerateComment(1, 1), "#entscheidung", new() { ["Input.Ground"] = "Respect", ["Input.Facts"] = "Beleidigt Dritte." }, "button[value=Hide]"),
        ["decide on a proposal"] = new("moderator", Links.ModerateProposal(1), "#entscheidung", new() { ["Input.Ground"] = "Respect", ["Input.Facts"] = "Beleidigt Dritte." }, "button[value=Hide]"),
        ["take a case"] = new("moderator", Links.ClaimInCase(CaseRef.OfIdea(1)), "#uebernehmen", []),
        ["decide on several cases"] = new("moderator", Links.BulkAllOfAuthor(CaseRef.OfIdea(2)), "#entscheidung", new() { ["Input.Ground"] = "Advertising", ["Input.Facts"] = "Werbung." }),
        ["write a note on a case"] = new("moderator", Links.ModerateIdea(1), "#notiz-schreiben", new() { ["Input.Text"] = "Bitte ansehen." }),
        ["add a template of reasons"] = new("moderator", Links.NewReasonTemplate, "#vorlage", new() { ["Input.Title"] = "Kettenbrief", ["Input.Ground"] = "OffTopic", ["Input.Text"] = "Ein Kettenbrief." }),
        ["delete a template of reasons"] = new("moderator", Links.ReasonTemplate(1), "#vorlage-loeschen", []),
        ["throw a page away"] = new("moderator", Links.DiscardDraft(Links.EditPage("entwurf")), "#entwurf", []),
        ["change a process"] = new("moderator", Links.EditProcess("smart-city"), "#verfahren", new() { ["Input.Title"] = "Neuer Name" }),
        ["write a comment"] = new("citizen", Links.Comments(1), "form[data-comment-form]", new() { ["Body"] = "Gute Idee." }),
        ["edit a comment"] = new("author", Links.EditComment(1, 1), "main form", new() { ["Input.Body"] = "Sehr gute Idee." }),
        ["delete a comment"] = new("author", Links.DeleteComment(1, 1), "main form", []),
        ["report a contribution"] = new("visitor", Links.ReportOf(Links.Idea(1)), "#melden", new() { ["Input.Reason"] = "Spam", ["Input.Explanation"] = Long, ["Input.Name"] = "Erika Muster", ["Input.Email"] = "erika@example.org", ["Input.GoodFaith"] = "true" }),
        ["complain as author"] = new("author", Links.Decision(9001), "#beschweren", new() { ["Input.Text"] = Long }),
        ["complain as notifier"] = new("visitor", Links.TrackNotice(NoticeKey), "#beschweren", new() { ["Input.Text"] = Long }),
        ["take a measure against a person"] = new("moderator", Links.Sanction(CaseRef.OfComment(1, 1)), "#massnahme", new() { ["Input.Measure"] = "verwarnen", ["Input.Ground"] = "Respect", ["Input.Facts"] = Long }),
        ["shorten a text"] = new("moderator", Links.ShortenText(1, 1), "#kuerzen", new() { ["Input.Passages"] = "Gut.", ["Input.Facts"] = Long }),
        ["decide on a complaint"] = new("moderator", Links.DecideComplaint(9001), "#entscheidung", new() { ["Input.Reasons"] = Long }, "button[value=Confirmed]"),
        ["read the inbox"] = new("citizen", Links.Inbox, "main form", []),
        ["choose a language"] = new("citizen", Links.Account, "#sprache", new() { ["Input.Language"] = "en" }),
        ["declare a residence"] = new("citizen", Links.Residence, "#angabe", new() { ["Input.Declares"] = "true" }),
        ["ask for a letter"] = new("citizen", Links.ResidenceLetter, "#brief", new() { ["Input.GivenNames"] = "Erika", ["Input.FamilyName"] = "Mustermann", ["Input.BirthDate"] = "24.12.1990", ["Input.Street"] = "Markt 1", ["Input.PostalCode"] = "40878" }),
        ["show a code at the desk"] = new("citizen", Links.Residence, "#schaltercode", []),
        ["change a password"] = new("citizen", Links.ChangePassword, "#passwort", new() { ["Input.Current"] = Browsing.Password, ["Input.Wanted"] = "fünf Gänse am Blauen See" }),
        ["change the rules"] = new("administrator", Links.Rules, "#regeln", new() { ["Input.Words"] = "Blödmann", ["Input.Note"] = "Ein Wort mehr." }),
        ["write a section of a proposal"] = new("author", Links.WriteProposal(1), "#abschnitt-2-titel ~ .writing__both form", new() { ["Input.Text"] = Long + " Und noch ein Satz." }),
        ["begin a proposal"] = new("author", Links.NewProposal, "#vorhaben", new() { ["Input.Title"] = "Sichere Schulwege", ["Input.Summary"] = "Wege für alle.", ["Input.Lead"] = "stadtwerke" }),
        ["change a proposal"] = new("author", Links.ProposalDetails(1), "#angaben", new() { ["Input.Title"] = "Sichere Schulwege", ["Input.Summary"] = "Wege für alle." }),
        ["invite an organisation"] = new("author", Links.ProposalAuthors(1), "#einladen", new() { ["Input.Organisation"] = "verein", ["Input.Role"] = "CoAuthor" }),
        ["accept an invitation to a proposal"] = new("author", Links.ProposalAuthors(4), "form[id^=zusagen]", []),
        ["end a part in a proposal"] = new("author", Links.ProposalAuthors(4), "form[id^=beenden]", []),
        ["freeze a proposal"] = new("author", Links.SignProposal(1), "#einfrieren", []),
        ["extend the time to sign"] = new("author", Links.SignProposal(2), "#verlaengern", []),
        ["sign a proposal"] = new("author", Links.SignProposal(2), "#zeichnen", new() { ["Input.Agrees"] = "true" }),
        ["decline a proposal"] = new("author", Links.SignProposal(2), "#zeichnen", new() { ["Input.Reason"] = "Zu teuer." }, "button[formaction]"),
        ["go on writing a proposal"] = new("author", Links.SignProposal(2), "#weiterschreiben", []),
        ["give a proposal up"] = new("author", Links.SignProposal(2), "#zurueckziehen", []),
        ["hand a proposal over"] = new("moderator", Links.HandOverProposal(3), "#uebergabe", new() { ["Input.Committee"] = "Ausschuss für Mobilität" }),
        ["name a revision"] = new("author", Links.ProposalRevisions(1), "#fassung-benennen", new() { ["Input.Note"] = "Erster Stand" }),
        ["restore a revision"] = new("author", Links.ProposalRevision(1, 1), "#wiederherstellen", []),
        ["propose a change"] = new("author", Links.Passage(1, SectionKind.Background, 0, 0, 5), "#vorschlagen", new() { ["Input.Replacement"] = "Jetzt", ["Input.Reason"] = "So ist es." }),
        ["remark on a passage"] = new("author", Links.Passage(1, SectionKind.Background, 0, 0, 5), "#anmerken", new() { ["Remark.Body"] = "Seit wann?" }),
        ["take a suggestion over"] = new("author", Links.Suggestion(1, 2), "#uebernehmen", []),
        ["decline a suggestion"] = new("author", Links.Suggestion(1, 2), "#ablehnen", new() { ["Input.Reason"] = "Das stimmt nicht." }),
        ["withdraw a suggestion"] = new("author", Links.Suggestion(1, 1), "#zurueckziehen", []),
        ["decide on a suggestion"] = new("moderator", Links.ModerateSuggestion(1, 1), "#entscheidung", new() { ["Input.Ground"] = "Respect", ["Input.Facts"] = "Beleidigung." }, "button[value=Hide]"),
        ["reply to a remark"] = new("author", Links.Remark(1, 1), "#antworten", new() { ["Input.Body"] = "Ja." }),
        ["settle a remark"] = new("author", Links.Remark(1, 1), "#erledigen", []),
        ["delete a remark"] = new("author", Links.Remark(1, 1), "#loeschen-1", []),
        ["decide on a remark"] = new("moderator", Links.ModerateRemark(1, 1), "#entscheidung", new() { ["Input.Ground"] = "Respect", ["Input.Facts"] = "Beleidigung." }, "button[value=Hide]"),
        ["register"] = new("visitor", Links.Register, "#registrieren", new() { ["Input.Name"] = "Berta", ["Input.Email"] = "berta@example.org", ["Input.Password"] = Steps.Password, ["Input.Terms"] = "true" }, Mail: "berta@example.org"),
        ["forget a password"] = new("visitor", Links.ForgotPassword, "#passwort-vergessen", new() { ["Input.Email"] = Email }, Mail: Email),
        ["ask for a confirmation"] = new("visitor", Links.ResendConfirmation, "#bestaetigung-senden", new() { ["Input.Email"] = Email }, Mail: Email),
        ["set a password"] = new("visitor", "{reset}", "#passwort-setzen", new() { ["Input.Password"] = "fünf Gänse am Blauen See" }),
        ["confirm an address"] = new("visitor", "{confirm}", "#bestaetigen", []),
    };

    /// <summary>Fills a site with what the forms are about, and opens a browser for whoever fills one in.</summary>
    public static async Task<(Browsing Browsing, FilledForm Form)> OpenAsync(TestSite site, FilledForm form)
    {
        await SignInTests.AddAsync(site, Email, confirmed: false);
        var given = new Given(site);
        var (author, citizen) = (await given.PersonAsync(), await given.PersonAsync());
        await given.IdeaAsync(author);
        await given.IdeaAsync(author, title: "Mehr Sitzplätze am Markt");
        var organisation = await FillAsync(site, author, citizen);
        var browsing = form.Who switch
        {
            "author" => await Browsing.AsAsync(site, author),
            "citizen" => await Browsing.AsAsync(site, citizen),
            "moderator" => await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)),
            "administrator" => await Browsing.AsAsync(site, await given.PersonAsync(Role.Administrator)),
            _ => Browsing.Visitor(site),
        };
        var (before, selector) = form.Page switch { "{reset}" => (Links.ForgotPassword, "#passwort-vergessen"), "{confirm}" => (Links.ResendConfirmation, "#bestaetigung-senden"), _ => ("", "") };
        if (before.Length > 0)
        {
            await browsing.SubmitAsync(before, selector, new() { ["Input.Email"] = Email });
            form = form with { Page = Mailbox.Link((await new Mailbox(site).WaitAsync(Email))[0]) };
        }

        return (browsing, form with { Values = form.Values.ToDictionary(field => field.Key, field => field.Value.Replace("{organisation}", organisation, StringComparison.Ordinal)) });
    }

    private static Task<string> FillAsync(TestSite site, Actor author, Actor citizen) => site.WithDbAsync(async db =>
    {
        var idea = await db.Ideas.SingleAsync(candidate => candidate.Number == 1);
        db.Comments.Add(Comment.Post(CommentId.New(A.Moment), Subject.Of(idea.Id), idea.NextCommentNumber(), null, author.Person, null, CommentLabel.None, A.Text("Gut."), held: false, "forged", A.Moment));
        idea.CountComment(1, A.Moment);
        db.Ideas.Add(Idea.Draft(IdeaId.New(A.Moment), idea.ProcessId, author.Person, null, A.IdeaText("Noch ein Entwurf", topic: null), "forged-draft", A.Moment));
        db.Pages.Add(Domain.News.Page.Write(Domain.News.PageId.New(A.Moment), "entwurf", new Domain.News.PageText("Entwurf", A.Text("Kurz.")), A.Moment));
        db.Notifications.Add(Notification.Tell(citizen.Person, NotificationKind.IdeaPublished, 1, null, "Idee", null, "forged", A.Moment));
        var works = Organisation.Found(OrganisationId.New(A.Moment), "stadtwerke", "Stadtwerke Ratingen", "utility", null, Domain.FormattedText.Empty);
        db.Organisations.Add(works);
        db.Memberships.Add(Membership.Grant(works.Id, author.Person, MembershipRole.Owner));
        AddProposals(db, works, author, citizen.Person);
        for (var i = 0; i < 4; i++) await db.NextNumberAsync(Counter.Proposals, default);
        DecideOn(db, idea, author, citizen);
        await db.SaveChangesAsync();
        return works.Id.Value.ToString();
    });

    /// <summary>One that is written, one that waits for a signature, one that is published, and one with an invitation.</summary>
    private static void AddProposals(ParticipationDbContext db, Organisation works, Actor author, PersonId citizen)
    {
        var club = Organisation.Found(OrganisationId.New(A.Moment), "verein", "Radverein", "association", null, Domain.FormattedText.Empty);
        db.Organisations.Add(club);
        Proposal Start(int number, Organisation lead) => Proposal.Start(
            ProposalId.New(A.Moment), number, $"Sichere Radwege {number}", "", lead.Id, [], readAlong: false, $"vorhaben-{number}", author.Person, A.Moment, ProposalContent.Needed.ToDictionary(section => section, section => A.ProposalTexts.GetValueOrDefault(section, Long)));
        Proposal[] proposals = [Start(1, works), Start(2, works), Start(3, works), Start(4, club)];
        var (now, today) = (TimeProvider.System.GetUtcNow(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var hash = new string('0', SignOff.HashLength);
        foreach (var frozen in proposals[1..3])
        {
            Assert.Null(frozen.Freeze(hash, [], today.AddDays(2), today, now));
            foreach (var text in frozen.Sections) text.Close();
        }

        Assert.Null(proposals[2].Sign(works.Id, author.Person, hash, today, now));
        Assert.Null(proposals[3].Invite(works.Id, AuthorRole.CoAuthor, now));
        db.Proposals.AddRange(proposals);
        db.Revisions.Add(A.Revision(proposals[0], 1, "Ein anderer Titel"));
        db.Suggestions.AddRange(A.Suggestion(proposals[0], 1, author.Person), A.Suggestion(proposals[0], 2, citizen));
        db.PassageComments.Add(A.Remark(proposals[0], 1, author.Person));
    }

    /// <summary>A decision against the author without a complaint, one with a complaint, and a notice that was not acted on.</summary>
    private static void DecideOn(ParticipationDbContext db, Idea idea, Actor author, Actor moderator)
    {
        var (subject, now) = (Subject.Of(idea.Id), TimeProvider.System.GetUtcNow());
        Decision Make(int number, Measure measure, Ground ground) => Decision.Make(number, subject, author.Person, measure, ground, "Beleidigt Dritte.", moderator.Person, now);
        Decision[] decisions = [Make(9001, Measure.Hide, Ground.Respect), Make(9002, Measure.Hide, Ground.Respect), Make(9003, Measure.Keep, Ground.None)];
        db.Decisions.AddRange(decisions);
        db.Complaints.Add(Complaint.File(9001, decisions[1].Id, author.Person, null, Long, now));
        var notice = Notice.Receive(9001, subject, 1, NoticeReason.Spam, Long, new NoticeSender(null, "Erika", "erika@example.org", "de"), 0, Web.Accounts.SecretHash.Of(NoticeKey), now);
        notice.Settle(NoticeOutcome.NotActedOn, decisions[2].Id, now);
        db.Notices.Add(notice);
    }
}
