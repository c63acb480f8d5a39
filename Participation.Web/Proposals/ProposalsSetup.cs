using Participation.Web.Markdown;
using Participation.Web.Proposals.Pdf;
using Participation.Web.Proposals.Revisions;
using Participation.Web.Proposals.Suggestions;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Proposals;

/// <summary>Proposals: written together, frozen, signed, published.</summary>
public static class ProposalsSetup
{
    public static IServiceCollection AddProposals(this IServiceCollection services) => services
        .AddWriting().AddRevisions().AddSuggestions().AddSingleton<RenderedSections>().AddScoped<SectionHtml>().AddScoped<ProposalRights>().AddScoped<ProposalQueries>().AddScoped<ProposalForms>()
        .AddScoped<ProposalCase>().AddScoped<TellIdeaAuthors>().AddScoped<StartProposal>().AddScoped<ChangeProposal>().AddScoped<InviteOrganisation>().AddScoped<TakePart>()
        .AddScoped<FreezeProposal>().AddScoped<SignProposal>().AddScoped<ReopenProposal>().AddScoped<ExtendSigning>().AddScoped<HandOverProposal>()
        .AddSingleton<PdfFaces>().AddSingleton<OneAtATime>().AddScoped<ProposalFile>().AddScoped<MakeProposalPdf>()
        .AddScoped<IReferenceTargets, ProposalReferences>().AddScoped<ILiveBlocks, ProposalBlocks>().AddScoped<ISitemapSource, ProposalSitemap>().AddScoped<RemindToSign>().AddHostedService<SignReminderRounds>();

    public static void MapProposals(this IEndpointRouteBuilder app) => app.MapProposalPdf();
}
