using Participation.Web.Accounts.OwnData;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Live;

/// <summary>Meetings as they are followed live: the course of the agenda, questions of citizens, the desk, the wall.</summary>
internal static class LiveSetup
{
    public static IServiceCollection AddLiveMeetings(this IServiceCollection services) => services
        .AddScoped<LiveMeetings>().AddScoped<SteerMeeting>().AddScoped<AskQuestion>().AddScoped<LikeQuestion>().AddScoped<WithdrawQuestion>().AddScoped<SettleQuestion>()
        .AddScoped<FloorQueries>().AddScoped<QuestionQueries>().AddScoped<AskForms>().AddScoped<IPersonalData, QuestionsOfPerson>().AddScoped<MeetingFragments>()
        .AddScoped<IChannelFragments>(provider => provider.GetRequiredService<MeetingFragments>()).AddScoped<IChannelTotals>(provider => provider.GetRequiredService<MeetingFragments>());

    public static void MapLiveMeetings(this IEndpointRouteBuilder app) => app.MapQuestions();
}
