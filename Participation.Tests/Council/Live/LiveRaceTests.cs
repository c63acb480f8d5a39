using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council.Live;
using Participation.Domain.Realtime;
using Participation.Tests.Support;
using Participation.Web.Council.Live;

namespace Participation.Tests.Council.Live;

/// <summary>Many at once, on either database.</summary>
public sealed class LiveRaceTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Fifty_people_who_like_at_once_are_fifty_likes(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        await meeting.OpenAsync();
        await meeting.AskAsync(await given.PersonAsync());
        var people = new List<Domain.Accounts.Actor>();
        for (var i = 0; i < 50; i++) people.Add(await given.PersonAsync());
        // Everybody presses twice.
        await Task.WhenAll(people.Concat(people).Select(person => meeting.LikeAsync(person, 1)));
        Assert.Equal(50, (await meeting.QuestionAsync(1)).Likes);
        Assert.Equal(50, await site.WithDbAsync(db => db.QuestionLikes.CountAsync()));
        await Task.WhenAll(people.Take(20).Select(person => meeting.LikeAsync(person, 1, likes: false)));
        Assert.Equal(30, (await meeting.QuestionAsync(1)).Likes);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_moderators_who_call_different_items_at_once_one_is_told_so(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, other) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync(Domain.Accounts.Role.Moderator));
        var (second, third) = (await meeting.ItemAsync(2), await meeting.ItemAsync(3));
        var called = await Task.WhenAll(meeting.StepAsync(FloorStep.Call, second, version: 0), meeting.StepAsync(FloorStep.Call, third, version: 0, by: other));
        Assert.Single(called, refusal => refusal is null);
        Assert.IsType<ChangedMeanwhile>(Assert.Single(called, refusal => refusal is not null));
        Assert.Equal(1, (await meeting.FloorAsync()).Version);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_next_item_called_by_two_at_once_is_one_step(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var meeting = await GivenMeeting.InAsync(site);
        var first = await meeting.ItemAsync(1);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => meeting.StepAsync(FloorStep.Call, first, version: 0))), Assert.Null);
        Assert.Equal(1, (await meeting.FloorAsync()).Version);
        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "meeting.call")));
        Assert.Equal(1, await site.WithDbAsync(db => db.ChannelEvents.CountAsync(happened => happened.ChannelKey == Channel.Meeting(meeting.Number))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_channel_of_a_meeting_has_no_gaps_however_much_happens_at_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        await meeting.OpenAsync();
        var people = new List<Domain.Accounts.Actor>();
        for (var i = 0; i < 12; i++) people.Add(await given.PersonAsync());
        var asked = people.Select(person => (Task)meeting.AskAsync(person));
        var steered = new[] { 1, 2, 3 }.Select(order => (Task)CallUntilAsync(meeting, order));
        await Task.WhenAll(asked.Concat(steered));
        await Task.WhenAll(Enumerable.Range(1, 12).Select(number => (Task)meeting.SettleAsync(number, GivenMeeting.Answered())));
        var sequences = await site.WithDbAsync(db => db.ChannelEvents.Where(happened => happened.ChannelKey == Channel.Meeting(meeting.Number)).Select(happened => happened.Sequence).OrderBy(sequence => sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(number => (long)number), sequences);
        Assert.Equal(1 + 12 + 3 + 12, sequences.Count);
        Assert.Equal(Enumerable.Range(1, 12), await site.WithDbAsync(db => db.MeetingQuestions.Select(question => question.Number).OrderBy(number => number).ToListAsync()));
    }

    /// <summary>As a moderator does who was behind: looks again, and calls.</summary>
    private static async Task CallUntilAsync(GivenMeeting meeting, int order)
    {
        var item = await meeting.ItemAsync(order);
        while (await meeting.StepAsync(FloorStep.Call, item) is { } refusal) Assert.IsType<ChangedMeanwhile>(refusal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_answer_from_a_page_that_is_behind_is_refused_and_likes_are_not_in_its_way(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        await meeting.OpenAsync();
        await meeting.AskAsync(await given.PersonAsync());
        var version = (await meeting.QuestionAsync(1)).Version;
        await meeting.LikeAsync(await given.PersonAsync(), 1);
        Assert.Null(await meeting.SettleAsync(1, GivenMeeting.Answered(), version));
        Assert.IsType<ChangedMeanwhile>(await meeting.SettleAsync(1, new QuestionReply(QuestionState.Declined, "Gehört nicht hierher."), version));
    }
}
