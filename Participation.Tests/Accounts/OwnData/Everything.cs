using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Proposals;
using Participation.Tests.Proposals.Suggestions;
using Participation.Tests.Support;
using Participation.Tests.Uploads;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Levels;
using Participation.Web.Ideas;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts.OwnData;

/// <summary>Someone who did everything that anyone can do here.</summary>
internal static class Everything
{
    public const string Name = "Unverwechselbar";
    public const string Email = "unverwechselbar@example.org";
    public const string Words = "Zwetschgenkuchen";

    /// <summary>Everything that anyone can leave behind, with a word in it that is found again.</summary>
    public static async Task<(Actor Anna, int[] Ideas)> FillAsync(TestSite site)
    {
        var given = new Given(site);
        var (anna, ben, moderator) = (await given.PersonAsync(name: Name), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        await Browsing.AsAsync(site, anna);
        await site.WithDbAsync(db => db.Users.Where(account => account.PersonId == anna.Person).ExecuteUpdateAsync(set => set
            .SetProperty(account => account.Email, Email).SetProperty(account => account.NormalizedEmail, Email.ToUpperInvariant())
            .SetProperty(account => account.UserName, Email).SetProperty(account => account.NormalizedUserName, Email.ToUpperInvariant())));
        var (open, answered, hidden, mergedAway, withdrawn) = (await MineAsync(), await MineAsync(), await MineAsync(), await MineAsync(), await MineAsync());
        var bens = await given.IdeaAsync(ben, title: "Bänke am Ufer der Anger");
        foreach (var number in new[] { open, answered }) await site.StanceAsync(number, ben);
        await site.StanceAsync(bens, anna);
        await site.ChangeAsync(open, idea => idea.Revise(A.IdeaText($"Noch mehr {Words} im Park") with { TopicKey = idea.TopicKey }, anna.Person, A.Moment));
        await site.ChangeAsync(answered, GivenOwnData.Accept(moderator));
        await site.ChangeAsync(hidden, idea => idea.Hide("Werbung.", A.Moment));

        var mine = await site.PostAsync(bens, anna, $"Mein {Words} schmeckt.");
        await site.PostAsync(bens, ben, "Das glaube ich.", mine);
        await site.PostAsync(bens, anna, $"Noch ein Stück {Words}?");
        var bensOwn = await site.PostAsync(open, ben, "Gute Idee.");
        await site.PostAsync(open, anna, $"Danke, {Words} für alle!", bensOwn);
        await site.WithDbAsync(async db =>
        {
            foreach (var comment in await db.Comments.Include(comment => comment.Versions).Where(comment => comment.AuthorId == anna.Person).ToListAsync())
                Assert.Null(comment.Edit(A.Text($"Geändert: {Words}."), CommentLabel.For, A.Moment));
            return await db.SaveChangesAsync();
        });

        var version = (await site.ReadAsync(mergedAway)).Version;
        Assert.Null(await site.UseAsync<MergeIdeas, Refusal?>(merge => merge.ExecuteAsync(mergedAway, bens, "Doppelt.", version, moderator, default)));
        await site.StanceAsync(withdrawn, ben);
        Assert.Null(await site.UseAsync<WithdrawIdea, Refusal?>(withdraw => withdraw.ExecuteAsync(withdrawn, $"Lieber doch kein {Words}.", anna, default)));
        await site.WithDbAsync(async db =>
        {
            var home = await db.Processes.SingleAsync(process => process.Slug == "smart-city");
            db.Ideas.Add(Idea.Draft(IdeaId.New(A.Moment), home.Id, anna.Person, null, A.IdeaText($"Entwurf mit {Words}", topic: null), "annas-entwurf", A.Moment));
            return await db.SaveChangesAsync();
        });

        Assert.True((await site.UseAsync<FileNotice, Outcome<int>>(file => file.ExecuteAsync(
            new NoticeInput(Domain.Moderation.CaseRef.OfIdea(bens), Domain.Moderation.NoticeReason.Other, $"Ohne {Words} geht es nicht.", null, null, "de", "schluessel-unverwechselb"), anna, default))).Done);
        await site.WithDbAsync(async db =>
        {
            var notice = await db.Notices.SingleAsync(candidate => candidate.NotifierId == anna.Person);
            var ofNotice = Domain.Moderation.Decision.Make(9001, new Subject(notice.SubjectKind, notice.SubjectId), ben.Person, Domain.Moderation.Measure.Keep, Domain.Moderation.Ground.None, "", moderator.Person, A.Moment);
            var ofAuthor = Domain.Moderation.Decision.Make(9002, new Subject(notice.SubjectKind, notice.SubjectId), anna.Person, Domain.Moderation.Measure.Hide, Domain.Moderation.Ground.Respect, "Werbung.", moderator.Person, A.Moment);
            db.Decisions.AddRange(ofNotice, ofAuthor);
            db.Complaints.Add(Domain.Moderation.Complaint.File(9001, ofNotice.Id, null, notice.Id, $"Doch, {Words}!", A.Moment));
            db.Complaints.Add(Domain.Moderation.Complaint.File(9002, ofAuthor.Id, anna.Person, null, $"Mein {Words} ist keine Werbung.", A.Moment));
            return await db.SaveChangesAsync();
        });

        var proposals = await GivenProposals.InAsync(site);
        await proposals.WriteAsync(SectionKind.Goal, "Alle fahren.");
        Assert.True((await proposals.SuggestAsync(anna, "Alle", $"Alle mit {Words}", $"Für {Words} ist immer Platz.")).Done);
        Assert.True((await proposals.SuggestAsync(anna, "fahren", $"essen {Words}", "Das ist wichtiger.")).Done);
        Assert.Null(await proposals.StepAsync(CaseStep.Hide, Domain.Moderation.CaseRef.OfSuggestion(1, 2), moderator, "Gehört nicht hierher."));

        await site.WithDbAsync(db =>
        {
            db.Memberships.Add(Membership.Grant(proposals.Second.Id, anna.Person, MembershipRole.Editor));
            return db.SaveChangesAsync();
        });
        // What is written and said for an organisation stays with the proposal; it has none of her words.
        await proposals.WriteAsync(SectionKind.Measures, "Mehr Schilder.", anna);
        Assert.True((await proposals.RemarkAsync(anna, "Alle", "Wer zählt dazu?")).Done);
        await proposals.SuggestAsync(ben, "fahren", "radeln");
        Assert.Null(await proposals.DeclineAsync(anna, 3));
        await proposals.ChangeAsync((proposal, now) => proposal.Freeze(new string('a', SignOff.HashLength), [], DateOnly.FromDateTime(now.UtcDateTime).AddDays(9), DateOnly.FromDateTime(now.UtcDateTime), now));
        await proposals.ChangeAsync((proposal, now) => proposal.Sign(proposals.Second.Id, anna.Person, new string('a', SignOff.HashLength), DateOnly.FromDateTime(now.UtcDateTime), now));

        var meeting = await Council.Live.GivenMeeting.InAsync(site);
        await meeting.OpenAsync();
        Assert.True((await meeting.AskAsync(anna, $"Gibt es {Words} in der Pause?")).Done);
        Assert.True((await meeting.AskAsync(ben)).Done);
        Assert.True((await meeting.LikeAsync(anna, 2)).Done);
        await site.ImageAsync(anna, $"Ein Stück {Words}");
        var organisation = await site.OrganisationAsync();
        await site.WithDbAsync(db =>
        {
            db.Memberships.Add(Membership.Grant(organisation.Id, anna.Person, MembershipRole.Editor));
            db.Invitations.Add(Invitation.Send(organisation.Id, Email, MembershipRole.Owner, "anna", A.Moment));
            return db.SaveChangesAsync();
        });
        await site.WithDbAsync(async db =>
        {
            var account = await db.Users.SingleAsync(candidate => candidate.PersonId == anna.Person);
            db.ResidenceProofs.Add(ResidenceProof.Of(new string('f', ResidenceProof.FingerprintLength), anna.Person, ResidenceMethod.Desk, moderator.Person, A.Moment));
            db.DeskCodes.Add(DeskCode.Show(anna.Person, "BCDF34", A.Moment));
            db.LetterRequests.Add(LetterRequest.Ask(anna.Person, new string('e', ResidenceProof.FingerprintLength), await SealedAsync(), A.Moment));
            db.Identities.Add(ConnectedIdentity.Connect(new AssertedIdentity("https://amt.example.org", "anna", AssuranceLevel.High, ResidesHere: true), "amt", account.Id, A.Moment));
            db.RecoveryCodes.Add(RecoveryCode.Of(account.Id, "eins"));
            db.Add(new OpenIddictEntityFrameworkCoreAuthorization<Guid> { Subject = anna.Person.Value.ToString("N"), Status = "valid", Type = "permanent", Scopes = "[\"openid\"]" });
            db.Add(new OpenIddictEntityFrameworkCoreToken<Guid> { Subject = anna.Person.Value.ToString("N"), Status = "valid", Type = "access_token" });
            return await db.SaveChangesAsync();
        });
        return (anna, [open, answered, hidden, mergedAway, withdrawn, bens]);

        Task<string> SealedAsync() => site.UseAsync<LetterSeal, string>(seal => Task.FromResult(seal.Seal(new Recipient("Anna", Name, null, "Marktplatz 1", "40878", "Ratingen"))));

        Task<int> MineAsync() => given.IdeaAsync(anna, title: $"Mehr {Words} im Park", body: $"Am Kiosk soll es {Words} geben, und zwar täglich.");
    }
}
