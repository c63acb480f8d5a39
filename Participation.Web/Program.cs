using Participation.Web.Accounts;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Council;
using Participation.Web.Council.Oparl;
using Participation.Web.Discussions;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Hosting.Commands;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Moderation;
using Participation.Web.News;
using Participation.Web.Outcomes;
using Participation.Web.Processes;
using Participation.Web.Proposals;
using Participation.Web.Proposals.Writing;
using Participation.Web.Realtime;
using Participation.Web.Strategy;
using Participation.Web.Texts;
using Participation.Web.Uploads;

if (CommandLine.IsCommand(args)) return await CommandLine.RunAsync(args);

var builder = WebApplication.CreateBuilder(HostArguments.From(args));
builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));

// Outside Development too: a build that is not published finds its compressed assets only through this.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddParticipation(builder.Configuration);

var app = builder.Build();
await app.PrepareAsync();

app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseRequestLocalization();
app.UseExceptionHandler();
app.UseStatusCodePagesWithReExecute(ErrorPages.Address);
app.UseReadableErrors();
if (!app.Environment.IsDevelopment()) app.UseHsts();
app.UseRouting();
app.UseApi();
app.UseOparl();
app.UseOpenIdLimits();
app.UseAuthentication();
app.UseRateLimiter();
app.UseOpenId();
app.UseAuthorization();
app.UseLeavingGate();
app.UseFormTokens();
app.UseOutputCache();

app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapHosting();
app.MapMarkdown();
app.MapEditing();
app.MapAccounts();
app.MapRealtime();
app.MapProcesses();
app.MapIdeas();
app.MapDiscussions();
app.MapTexts();
app.MapModeration();
app.MapUploads();
app.MapNews();
app.MapWriting();
app.MapProposals();
app.MapCouncil();
app.MapOutcomes();
app.MapStrategy();

await app.RunAsync();
return 0;

/// <summary>Named for the test host.</summary>
public partial class Program;
