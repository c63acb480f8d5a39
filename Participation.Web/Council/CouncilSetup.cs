using Participation.Web.Council.Desk;
using Participation.Web.Council.Live;
using Participation.Web.Council.Oparl;
using Participation.Web.Editing;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council;

/// <summary>The council's side: bodies, meetings, papers, resolutions; OParl.</summary>
public static class CouncilSetup
{
    public static IServiceCollection AddCouncil(this IServiceCollection services) => services.AddOparl().AddLiveMeetings().AddScoped<IAttachmentHome, PaperHome>().AddScoped<IAttachmentHome, MeetingHome>()
        .AddScoped<CouncilQueries>().AddScoped<PaperQueries>().AddScoped<CouncilCalendar>().AddScoped<ILiveBlocks, PaperBlocks>()
        .AddScoped<DeskLists>().AddScoped<PaperForm>().AddScoped<MeetingForm>().AddScoped<ResolutionForm>().AddScoped<CouncilChange>().AddScoped<SaveBody>().AddScoped<ShowImported>().AddScoped<SaveMeeting>().AddScoped<SaveAgenda>().AddScoped<SavePlace>().AddScoped<SavePaper>().AddScoped<PublishResolution>().AddScoped<RetractResolution>().AddScoped<PlanResolution>().AddScoped<Accounts.OwnData.IPersonalData, PlannedOfPerson>()
        .AddScoped<Announcements>().AddScoped<InvolvedPeople>().AddScoped<IScheduledContent, CouncilDue>().AddScoped<IScheduledContent, ResolutionsDue>()
        .AddScoped<ISitemapSource, MeetingSitemap>().AddScoped<ISitemapSource, PaperSitemap>().AddScoped<ISitemapSource, BodySitemap>()
        .AddSingleton(new OpenDataset(
            "ratsarbeit", "Gremien, Sitzungen, Vorlagen und Beschlüsse", "Was Gremien öffentlich beraten und beschlossen haben, nach OParl 1.1.", Links.Bodies, ["Rat", "Gremien", "Sitzungen", "Vorlagen", "OParl"],
            [new OpenDataFile("oparl", "Schnittstelle nach OParl 1.1", Links.Oparl, "application/json", "JSON"), new OpenDataFile("kalender", "Sitzungen als Kalender", Links.CouncilCalendar, "text/calendar", "ICS")]))
        .AddManaged(ManagedGroup.Council, Links.ManageCouncil, () => CouncilDeskTexts.Title, () => CouncilDeskTexts.Lead);

    public static void MapCouncil(this IEndpointRouteBuilder app)
    {
        CalendarEndpoints.Map(app);
        OparlEndpoints.Map(app);
        app.MapLiveMeetings();
    }
}
