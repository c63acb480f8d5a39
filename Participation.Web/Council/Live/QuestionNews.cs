using Participation.Domain.Council.Live;
using Participation.Domain.Realtime;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Live;

/// <summary>What follows when a question changes: an event for those who follow the meeting, and pages that show it.</summary>
public static class QuestionNews
{
    /// <summary>Called under the lock of the meeting, before the commit. Of a question that waits everybody learns that there is none; the desk of the meeting looks again.</summary>
    internal static void Announce(Change change, OpenMeeting open, MeetingQuestion question, ChannelEventKind kind)
    {
        change.Append(Channel.Meeting(open.Meeting.Number), question.IsVisible ? kind : ChannelEventKind.QuestionRemoved, question.Number);
        change.Evict(CacheTags.Questions);
        // The meeting's own page and the start page tell that there are questions at all.
        if (question.Number == 1) change.Evict(CacheTags.Floors);
    }
}
