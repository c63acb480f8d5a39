using Participation.Web.Accounts;
using Participation.Web.Accounts.Levels;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Council;
using Participation.Web.Data;
using Participation.Web.Demo;
using Participation.Web.Discussions;
using Participation.Web.Editing;
using Participation.Web.Home;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Moderation;
using Participation.Web.News;
using Participation.Web.Notifications;
using Participation.Web.Outcomes;
using Participation.Web.Processes;
using Participation.Web.Proposals;
using Participation.Web.Realtime;
using Participation.Web.Search;
using Participation.Web.Shared;
using Participation.Web.Strategy;
using Participation.Web.Texts;
using Participation.Web.Uploads;

namespace Participation.Web.Hosting;

/// <summary>All services of the site: the same for the server and for commands.</summary>
public static class ParticipationServices
{
    public static IServiceCollection AddParticipation(this IServiceCollection services, IConfiguration configuration) => services
        .AddHosting(configuration)
        .AddData(configuration)
        .AddRealtime(configuration)
        .AddMarkdown()
        .AddShared()
        .AddEditing()
        .AddHome()
        .AddAccounts(configuration)
        .AddProcesses()
        .AddIdeas()
        .AddDiscussions()
        .AddModeration()
        .AddNews()
        .AddSearch()
        .AddUploads()
        .AddNotifications()
        .AddProposals()
        .AddCouncil()
        .AddOutcomes()
        .AddStrategy()
        .AddTexts()
        .AddDemo();

    /// <summary>Brings the schema up to date.</summary>
    public static async Task MigrateAsync(this WebApplication app, CancellationToken cancel = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ParticipationDbContext>().MigrateAsync(cancel);
    }

    /// <summary>What happens before the first request: migration of an embedded database, configured content, the demo city when it is new.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SchemaAtStart>().EnsureAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<SigningKeys>().EnsureAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<FirstContent>().EnsureAsync(CancellationToken.None);
        // A key that does not fit is said now, not to the first person who signs in.
        await scope.ServiceProvider.GetRequiredService<Fingerprints>().OpenAsync(CancellationToken.None);
        await DemoGreeting.WriteAsync(scope.ServiceProvider.GetRequiredService<AccountQueries>(), Console.Out, CancellationToken.None);
    }
}
