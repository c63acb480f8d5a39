using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Editing;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Questions;
using Participation.Web.Realtime;

namespace Participation.Tests.Council.Live;

/// <summary>What those who follow a meeting are sent.</summary>
public sealed class LiveChannelTests
{
    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    [Fact]
    public async Task Steps_questions_and_answers_arrive_once_and_in_order_without_a_viewer_in_them()
    {
        await using var site = await TestSite.StartAsync();
        var (meeting, citizen) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        await using var connection = await ConnectAsync(site);
        var received = Channel.CreateUnbounded<LiveChange>();
        connection.On<LiveChange>("Changed", change => received.Writer.TryWrite(change));
        await connection.InvokeAsync<CatchUp>("Join", $"meeting:{meeting.Number}", 0L, "de", Soon);

        // What is sent shows the meeting as it is when it is made: each step waits until the one before has arrived.
        var changes = new List<LiveChange>();
        foreach (var step in (Func<Task>[])[meeting.OpenAsync, () => meeting.CallAsync(2), () => meeting.AskAsync(citizen, "Wie viele Sensoren?"), async () => Assert.Null(await meeting.SettleAsync(1, GivenMeeting.Answered())), () => meeting.CallAsync(4)])
        {
            await step();
            changes.Add(await received.Reader.ReadAsync(Soon));
        }

        Assert.Equal([1, 2, 3, 4, 5], changes.Select(change => change.Sequence));
        Assert.Equal(["FloorChanged", "FloorChanged", "QuestionAppeared", "QuestionChanged", "FloorChanged"], changes.Select(change => change.Kind));
        Assert.Equal("Jetzt: Ö 2 Sensornetz", Parsed(changes[1]).QuerySelector("[data-floor-now]")!.GetAttribute("data-said"));
        Assert.Contains("Wie viele Sensoren?", changes[2].Html, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", changes[2].Html, StringComparison.Ordinal);
        Assert.Contains("Es sind vierzig.", changes[3].Html, StringComparison.Ordinal);
        Assert.Equal("Nichtöffentlicher Teil", Parsed(changes[4]).QuerySelector("[data-floor-now]")!.GetAttribute("data-said"));
        Assert.All(changes, change => Assert.DoesNotContain(GivenMeeting.Secret, change.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Three_hundred_likes_in_a_burst_are_a_few_messages_and_end_with_the_exact_number()
    {
        await using var site = await TestSite.StartAsync();
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        await meeting.OpenAsync();
        await meeting.AskAsync(await given.PersonAsync());
        var people = new List<Actor>();
        for (var i = 0; i < 300; i++) people.Add(await given.PersonAsync());
        await using var connection = await ConnectAsync(site);
        var received = Channel.CreateUnbounded<LiveTotals>();
        connection.On<LiveTotals>("Totals", totals => received.Writer.TryWrite(totals));
        var joined = await connection.InvokeAsync<CatchUp>("Join", $"meeting:{meeting.Number}", 2L, "de", Soon);
        Assert.Equal(0, joined.Totals![1]);

        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 30 }, async (person, _) => Assert.True((await meeting.LikeAsync(person, 1)).Done));
        var took = clock.Elapsed;
        var messages = new List<int>();
        while (messages is [] || messages[^1] < 300) messages.Add((await received.Reader.ReadAsync(Soon)).Values[1]);
        TestContext.Current.TestOutputHelper!.WriteLine($"300 likes in {took.TotalMilliseconds:F0} ms: {messages.Count} messages ({string.Join(", ", messages)}).");
        Assert.Equal(messages.Order(), messages);
        // At most one in 300 milliseconds; without collecting there would be three hundred.
        Assert.InRange(messages.Count, 1, (int)(took.TotalMilliseconds / 300) + 3);
        Assert.Equal(300, (await connection.InvokeAsync<CatchUp>("Join", $"meeting:{meeting.Number}", 2L, "de", Soon)).Totals![1]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_was_away_catches_up_with_each_thing_once_as_it_is_now(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, given) = (await GivenMeeting.InAsync(site), new Given(site));
        await meeting.OpenAsync();
        await meeting.CallAsync(1);
        for (var i = 0; i < 3; i++) await meeting.AskAsync(await given.PersonAsync(), $"Frage {i + 1}?");
        await meeting.CallAsync(2);
        Assert.Null(await meeting.SettleAsync(1, GivenMeeting.Answered()));
        await HideAsync(site, meeting, 2);
        await meeting.LikeAsync(await given.PersonAsync(), 3);

        var missed = await site.UseAsync<CatchUpQuery, CatchUp?>(query => query.ExecuteAsync($"meeting:{meeting.Number}", 1, null, default));
        Assert.Equal(["FloorChanged", "QuestionAppeared", "QuestionChanged", "QuestionRemoved"], missed!.Changes.Select(change => change.Kind).Order(StringComparer.Ordinal));
        Assert.Contains("Sensornetz", missed.Changes.Single(change => change.Kind == "FloorChanged").Html, StringComparison.Ordinal);
        Assert.Null(missed.Changes.Single(change => change.Kind == "QuestionRemoved").Html);
        Assert.Equal((3, 1), (missed.Totals!.Single().Key, missed.Totals!.Single().Value));
        Assert.Equal(missed.Sequence, missed.Changes.Max(change => change.Sequence));
    }

    [Fact]
    public async Task What_waits_for_a_look_is_sent_to_nobody()
    {
        await using var site = await TestSite.StartAsync();
        var (meeting, citizen) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        await meeting.OpenAsync();
        await site.WithDbAsync(async db =>
        {
            db.MeetingQuestions.Add(MeetingQuestion.Ask(MeetingQuestionId.New(A.Moment), (await meeting.FloorAsync()).MeetingId, 7, null, "Heimlich?", citizen.Person, held: true, "heimlich", A.Moment));
            db.ChannelEvents.Add(Domain.Realtime.ChannelEvent.Of($"meeting:{meeting.Number}", 2, Domain.Realtime.ChannelEventKind.QuestionAppeared, 7, A.Moment));
            await db.AdvanceChannelAsync($"meeting:{meeting.Number}", 1, default);
            return await db.SaveChangesAsync();
        });
        var missed = await site.UseAsync<CatchUpQuery, CatchUp?>(query => query.ExecuteAsync($"meeting:{meeting.Number}", 1, null, default));
        Assert.Null(Assert.Single(missed!.Changes).Html);
        Assert.Empty(missed.Totals!);
    }

    [Fact]
    public async Task A_meeting_that_is_not_public_cannot_be_joined_by_visitors()
    {
        await using var site = await TestSite.StartAsync();
        var meeting = await GivenMeeting.InAsync(site, publication: Publication.Draft);
        foreach (var channel in new[] { $"meeting:{meeting.Number}", "meeting:99", "meeting:x", "meeting:" })
            Assert.False(await site.UseAsync<CatchUpQuery, bool>(query => query.MayWatchAsync(channel, null, default)));
        Assert.True(await site.UseAsync<CatchUpQuery, bool>(query => query.MayWatchAsync($"meeting:{meeting.Number}", meeting.Moderator, default)));
    }

    private static AngleSharp.Dom.IElement Parsed(LiveChange change) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(change.Html!).Body!;

    private static async Task HideAsync(TestSite site, GivenMeeting meeting, int question)
    {
        var version = (await meeting.QuestionAsync(question)).Version;
        Assert.Null(await site.UseAsync<QuestionSteps, Domain.Refusal?>(steps => steps.TakeAsync(CaseStep.Hide, CaseRef.OfQuestion(meeting.Number, question), new CaseOrder(meeting.Number, version, meeting.Moderator), Ground.Respect, "Beleidigung.", default)));
    }

    private static async Task<HubConnection> ConnectAsync(TestSite site)
    {
        var connection = new HubConnectionBuilder().WithUrl("https://localhost/hub", options =>
        {
            options.HttpMessageHandlerFactory = _ => site.Server.CreateHandler();
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.LongPolling;
        }).Build();
        await connection.StartAsync(Soon);
        return connection;
    }
}
