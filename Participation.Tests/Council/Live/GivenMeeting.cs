using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Council.Live;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Tests.Council.Live;

/// <summary>A public meeting that begins in half an hour, with three public items and a non-public one, and what people do in it.</summary>
internal sealed class GivenMeeting(TestSite site, int number, Actor moderator)
{
    private static int _keys;

    public const string Secret = "Vertrag mit der Geheim GmbH";

    public int Number => number;

    public Actor Moderator => moderator;

    public static async Task<GivenMeeting> InAsync(TestSite site, string name = "Ausschuss, Sitzung heute", Publication? publication = null, TimeSpan? ahead = null)
    {
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var number = await site.WithDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var body = Body.Add(await db.NextNumberAsync(Counter.Bodies, default), new("Ausschuss für Digitales", "AD", BodyKind.Committee, null, null, null, null, null, []), now);
            var plan = new MeetingPlan(body.Id, name, MeetingState.Invited, Cancelled: false, now + (ahead ?? TimeSpan.FromMinutes(30)), null, null, FormattedText.Empty);
            var meeting = Meeting.Plan(await db.NextNumberAsync(Counter.Meetings, default), plan, publication ?? Publication.At(now.AddDays(-1)), now);
            foreach (var (order, sign, title, isPublic) in new[] { (1, "Ö 1", "Eröffnung", true), (2, "Ö 2", "Sensornetz", true), (3, "Ö 3", "Mitteilungen", true), (4, "N 1", Secret, false) })
                meeting.AddItem(await db.NextNumberAsync(Counter.AgendaItems, default), new(sign, order, title, isPublic), now);
            db.Bodies.Add(body);
            db.Meetings.Add(meeting);
            await db.SaveChangesAsync();
            return meeting.Number;
        });
        return new GivenMeeting(site, number, moderator);
    }

    /// <summary>Public number of the item at a place of the agenda.</summary>
    public Task<int> ItemAsync(int order) => site.WithDbAsync(db => db.AgendaItems.Where(item => item.Order == order && db.Meetings.Any(meeting => meeting.Id == item.MeetingId && meeting.Number == number)).Select(item => item.Number).SingleAsync());

    public Task<MeetingFloor> FloorAsync() => site.WithDbAsync(async db => await db.MeetingFloors.AsNoTracking().SingleOrDefaultAsync(floor => db.Meetings.Any(meeting => meeting.Id == floor.MeetingId && meeting.Number == number)) ?? MeetingFloor.Of(default));

    public Task<MeetingQuestion> QuestionAsync(int question) => site.WithDbAsync(db => db.MeetingQuestions.AsNoTracking().SingleAsync(asked => asked.Number == question && db.Meetings.Any(meeting => meeting.Id == asked.MeetingId && meeting.Number == number)));

    public async Task<Refusal?> StepAsync(FloorStep step, int? item = null, int? version = null, Actor? by = null)
    {
        var expected = version ?? (await FloorAsync()).Version;
        return await site.UseAsync<SteerMeeting, Refusal?>(steer => steer.ExecuteAsync(new FloorOrder(number, step, item, expected), by ?? moderator, default));
    }

    public async Task OpenAsync() => Assert.Null(await StepAsync(FloorStep.OpenQuestions));

    public async Task CallAsync(int order) => Assert.Null(await StepAsync(FloorStep.Call, await ItemAsync(order)));

    public Task<Outcome<AskedQuestion>> AskAsync(Actor who, string? text = null, int? item = null, string? key = null, bool shares = false)
    {
        var count = Interlocked.Increment(ref _keys);
        return site.UseAsync<AskQuestion, Outcome<AskedQuestion>>(ask => ask.ExecuteAsync(new QuestionInput(number, item, text ?? $"Wie viele Sensoren sind es, Frage {count}?", key ?? $"frage-{count}", shares), who, default));
    }

    public Task<Outcome<int>> LikeAsync(Actor who, int question, bool likes = true) => site.UseAsync<LikeQuestion, Outcome<int>>(like => like.ExecuteAsync(number, question, likes, who, default));

    public async Task<Refusal?> SettleAsync(int question, QuestionReply reply, int? version = null, Actor? by = null)
    {
        var expected = version ?? (await QuestionAsync(question)).Version;
        return await site.UseAsync<SettleQuestion, Refusal?>(settle => settle.ExecuteAsync(number, question, reply, expected, by ?? moderator, default));
    }

    public static QuestionReply Answered(string text = "Es sind vierzig.") => new(QuestionState.Answered, text, "Beigeordnete Muster");
}
