using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Demo;

/// <summary>A past meeting of the council as it was followed live, with what citizens asked and what became of it.</summary>
internal sealed class DemoLive(ParticipationDbContext db, DemoPeople people, DemoCouncil council, CityClock clock)
{
    public void Add()
    {
        var likers = DemoContent.Read<DemoPerson>("people").Where(person => person.Role is Role.Citizen).Select(person => people[person.Key].Id).ToList();
        foreach (var asked in DemoContent.Read<DemoQuestion>("questions").GroupBy(question => question.MeetingKey)) Follow(council.Meetings[asked.Key], [.. asked], likers);
    }

    private void Follow(Meeting meeting, IReadOnlyList<DemoQuestion> asked, IReadOnlyList<PersonId> likers)
    {
        var floor = MeetingFloor.Of(meeting.Id);
        Done(floor.OpenQuestions(meeting, floor.Version, meeting.Start.AddHours(-2)));
        foreach (var source in asked) db.MeetingQuestions.Add(Ask(meeting, floor, source, likers));
        foreach (var (item, index) in meeting.Items.OrderBy(item => item.Order).Select((item, index) => (item, index))) Done(floor.Call(meeting, item, floor.Version, meeting.Start.AddMinutes(4 + (index * 24))));
        Done(floor.Close(floor.Version, meeting.Start.AddMinutes(95)));
        db.MeetingFloors.Add(floor);
    }

    private MeetingQuestion Ask(Meeting meeting, MeetingFloor floor, DemoQuestion source, IReadOnlyList<PersonId> likers)
    {
        var (author, at, said) = (people[source.PersonKey].Id, meeting.Start.AddMinutes(-source.MinutesBefore), meeting.Start.AddMinutes(source.MinutesAfter));
        var question = MeetingQuestion.Ask(MeetingQuestionId.New(at), meeting.Id, floor.NextQuestion(), source.AgendaItemKey is { } key ? council.ItemOf(key).Id : null, source.Text, author, held: false, source.Key, at);
        foreach (var liker in likers.Where(person => person != author).Skip(source.Likes % 5).Take(source.Likes))
        {
            db.QuestionLikes.Add(QuestionLike.Of(question.Id, liker, at));
            question.Count(1);
        }

        var today = DateOnly.FromDateTime(clock.Local(said).DateTime);
        var reply = new QuestionReply(source.State, source.Reply, source.Speaker ?? "", source.Days is { } days ? today.AddDays(days) : null);
        Done(question.Settle(reply, people["moderation-a"].Id, question.Version, today, said));
        return question;
    }

    private static void Done(Domain.Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException(refusal.ToString());
    }
}

internal sealed record DemoQuestion(
    string Key, string MeetingKey, string? AgendaItemKey, string PersonKey, int MinutesBefore, int Likes, string Text, QuestionState State, string? Speaker, string Reply, int? Days, int MinutesAfter);
