using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Accounts.Organisations;

/// <summary>Organisations and who speaks for them.</summary>
internal static class OrganisationsSetup
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services) => services
        .AddScoped<OrganisationQueries>().AddScoped<ISitemapSource, OrganisationSitemap>().AddScoped<MemberQueries>().AddScoped<OrganisationChanges>().AddScoped<InvitationMails>()
        .AddScoped<InviteMember>().AddScoped<WithdrawInvitation>().AddScoped<AcceptInvitation>()
        .AddScoped<ChangeMemberRole>().AddScoped<TransferOwnership>().AddScoped<RemoveMember>().AddScoped<LeaveOrganisation>().AddScoped<SayContact>().AddScoped<MemberSteps>().AddScoped<CreateOrganisation>().AddScoped<ChangeOrganisation>().AddScoped<OrganisationSteps>();
}
