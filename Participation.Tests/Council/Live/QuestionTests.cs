using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Council.Live;
using Participation.Web.Hosting;

namespace Participation.Tests.Council.Live;

/// <summary>What people ask, like and answer, on either database.</summary>
public sealed class QuestionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Questions_are_taken_only_while_the_floor_is_open(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, citizen) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        Assert.IsType<QuestionsAreClosed>((await meeting.AskAsync(citizen)).Refusal);
        await meeting.OpenAsync();
        Assert.True((await meeting.AskAsync(citizen)).Done);
        Assert.Null(await meeting.StepAsync(FloorStep.CloseQuestions));
        Assert.IsType<QuestionsAreClosed>((await meeting.AskAsync(citizen)).Refusal);
        Assert.True((await meeting.QuestionAsync(1)).IsVisible);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_form_sent_twice_is_one_question(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, citizen) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        await meeting.OpenAsync();
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => meeting.AskAsync(citizen, "Wann?", key: "gleich")));
        Assert.Equal([1], sent.Select(outcome => outcome.Value!.Number).Distinct());
        Assert.Equal(1, await site.WithDbAsync(db => db.MeetingQuestions.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Three_questions_of_one_person_wait_and_no_fourth_even_at_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, citizen) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        await meeting.OpenAsync();
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => meeting.AskAsync(citizen)));
        Assert.Equal(3, asked.Count(outcome => outcome.Done));
        Assert.All(asked.Where(outcome => !outcome.Done), outcome => Assert.Equal(new TooManyOpenQuestions(3), outcome.Refusal));
        Assert.Null(await meeting.SettleAsync(2, GivenMeeting.Answered()));
        Assert.True((await meeting.AskAsync(citizen)).Done);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_asks_about_what_is_not_public_or_on_another_agenda(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, other, citizen) = (await GivenMeeting.InAsync(site), await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        await meeting.OpenAsync();
        foreach (var item in new[] { await meeting.ItemAsync(4), await other.ItemAsync(1), 4711 })
            Assert.IsType<ItemTakesNoQuestions>((await meeting.AskAsync(citizen, item: item)).Refusal);
        Assert.True((await meeting.AskAsync(citizen, item: await meeting.ItemAsync(2))).Done);
    }

    [Fact]
    public async Task Who_may_not_write_does_not_ask()
    {
        await using var site = await TestSite.StartAsync();
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        await meeting.OpenAsync();
        var (unconfirmed, silenced) = (await given.PersonAsync(verification: Verification.None), await given.PersonAsync());
        await site.WithDbAsync(async db =>
        {
            Assert.Null((await db.People.SingleAsync(person => person.Id == silenced.Person)).Silence(24, TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        Assert.IsType<VerificationTooLow>((await meeting.AskAsync(unconfirmed)).Refusal);
        Assert.IsType<AccountIsSilenced>((await meeting.AskAsync(silenced)).Refusal);
    }

    [Fact]
    public async Task A_meeting_that_is_not_public_takes_nothing_from_those_who_skip_the_page()
    {
        await using var site = await TestSite.StartAsync();
        var (meeting, citizen) = (await GivenMeeting.InAsync(site, publication: Publication.Draft), await new Given(site).PersonAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => meeting.AskAsync(citizen));
        Assert.IsType<NotAllowed>(await meeting.StepAsync(FloorStep.OpenQuestions, by: citizen));
        Assert.IsType<MeetingIsNotPublic>(await meeting.StepAsync(FloorStep.OpenQuestions));
    }

    [Fact]
    public async Task Words_that_say_how_somebody_is_reached_are_asked_about_once()
    {
        await using var site = await TestSite.StartAsync();
        var (meeting, citizen) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        await meeting.OpenAsync();
        Assert.IsType<ContainsPersonalData>((await meeting.AskAsync(citizen, "Rufen Sie mich an: 0151 23456789?")).Refusal);
        Assert.True((await meeting.AskAsync(citizen, "Rufen Sie mich an: 0151 23456789?", shares: true)).Done);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Likes_are_one_per_person_and_can_be_taken_back(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        var (asks, likes) = (await given.PersonAsync(), await given.PersonAsync());
        await meeting.OpenAsync();
        await meeting.AskAsync(asks);
        Assert.Equal((1, 1, 0), ((await meeting.LikeAsync(likes, 1)).Value, (await meeting.LikeAsync(likes, 1)).Value, (await meeting.LikeAsync(likes, 1, likes: false)).Value));
        Assert.IsType<OwnQuestionHasNoLike>((await meeting.LikeAsync(asks, 1)).Refusal);
        Assert.Null(await meeting.SettleAsync(1, GivenMeeting.Answered()));
        Assert.IsType<QuestionIsClosed>((await meeting.LikeAsync(likes, 1)).Refusal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_author_is_told_once_of_each_thing_that_becomes_of_a_question(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, citizen) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        await meeting.OpenAsync();
        await meeting.AskAsync(citizen);
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(9);
        Assert.Null(await meeting.SettleAsync(1, new QuestionReply(QuestionState.Deferred, "", "", day)));
        Assert.Null(await meeting.SettleAsync(1, new QuestionReply(QuestionState.Deferred, "Wird geprüft.", "", day)));
        Assert.Null(await meeting.SettleAsync(1, GivenMeeting.Answered()));
        Assert.Null(await meeting.SettleAsync(1, GivenMeeting.Answered("Doch fünfzig.")));
        var told = await site.WithDbAsync(db => db.Notifications.AsNoTracking().Where(notification => notification.PersonId == citizen.Person).OrderBy(notification => notification.At).ToListAsync());
        Assert.Equal([NotificationKind.QuestionDeferred, NotificationKind.QuestionAnswered], told.Select(one => one.Kind));
        Assert.Equal((day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "Es sind vierzig."), (told[0].Detail, told[1].Detail));
        Assert.Equal(4, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "question.defer" || entry.Action == "question.answer")));
    }

    [Fact]
    public async Task Only_moderators_answer_and_only_authors_take_back()
    {
        await using var site = await TestSite.StartAsync();
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        var (asks, other) = (await given.PersonAsync(), await given.PersonAsync());
        await meeting.OpenAsync();
        await meeting.AskAsync(asks);
        Assert.IsType<NotAllowed>(await meeting.SettleAsync(1, GivenMeeting.Answered(), by: other));
        Assert.IsType<NotAllowed>(await site.UseAsync<WithdrawQuestion, Refusal?>(withdraw => withdraw.ExecuteAsync(meeting.Number, 1, other, default)));
        Assert.Null(await site.UseAsync<WithdrawQuestion, Refusal?>(withdraw => withdraw.ExecuteAsync(meeting.Number, 1, asks, default)));
        Assert.Null(await site.UseAsync<WithdrawQuestion, Refusal?>(withdraw => withdraw.ExecuteAsync(meeting.Number, 1, asks, default)));
        Assert.Equal("", (await meeting.QuestionAsync(1)).Text);
    }
}
