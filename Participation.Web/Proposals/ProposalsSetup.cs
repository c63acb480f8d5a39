using Participation.Web.Accounts.OwnData;
using Participation.Web.Markdown;
using Participation.Web.Proposals.Printing;
using Participation.Web.Realtime;

namespace Participation.Web.Proposals;

/// <summary>Proposals that organisations write together and sign.</summary>
public static class ProposalsSetup
{
    public static IServiceCollection AddProposals(this IServiceCollection services) => services
        .AddScoped<ProposalQueries>().AddScoped<ProposalViewQuery>().AddScoped<RenderedSections>().AddScoped<IStoredTexts, StoredSections>()
        .AddScoped<IChannelFragments, ProposalFragments>().AddScoped<IPersonalData, ProposalsOfPerson>()
        .AddScoped<ProposalChanges>().AddScoped<ContentOfProposal>().AddScoped<PublicationNews>().AddScoped<StartProposal>()
        .AddScoped<InviteOrganisation>().AddScoped<JoinProposal>().AddScoped<LeaveProposal>().AddScoped<RemoveOrganisation>().AddScoped<PartySteps>()
        .AddScoped<DescribeProposal>().AddScoped<ChooseReaders>().AddScoped<CalculateCosts>()
        .AddScoped<FreezeProposal>().AddScoped<SignProposal>().AddScoped<ObjectToProposal>().AddScoped<ReopenProposal>().AddScoped<WithdrawProposal>().AddScoped<SigningSteps>()
        .AddSingleton<ProposalPdf>().AddScoped<RemindOfSignatures>().AddHostedService<SignOffReminders>();

    public static void MapProposals(this IEndpointRouteBuilder app)
    {
        app.MapPrinting();
        app.MapProposalsApi();
    }
}
