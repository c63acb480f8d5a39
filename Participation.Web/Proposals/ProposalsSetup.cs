using Participation.Web.Proposals.Revisions;
using Participation.Web.Proposals.Suggestions;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals;

/// <summary>Proposals: written together, frozen, signed, published.</summary>
public static class ProposalsSetup
{
    public static IServiceCollection AddProposals(this IServiceCollection services) => services
        .AddWriting().AddRevisions().AddSuggestions().AddSingleton<RenderedSections>().AddScoped<SectionHtml>().AddScoped<ProposalRights>().AddScoped<ProposalQueries>().AddScoped<ProposalForms>()
        .AddScoped<ProposalCase>().AddScoped<StartProposal>().AddScoped<ChangeProposal>().AddScoped<InviteOrganisation>().AddScoped<TakePart>()
        .AddScoped<FreezeProposal>().AddScoped<SignProposal>().AddScoped<ReopenProposal>();
}
