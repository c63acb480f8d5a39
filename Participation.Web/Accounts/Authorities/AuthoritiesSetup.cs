using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Signing in through other authorities, instead of passwords or beside them.</summary>
internal static class AuthoritiesSetup
{
    public static void AddAuthorities(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        ArrivalTickets.AddTo(authentication);
        foreach (var section in configuration.GetSection(AuthorityOptions.Section).GetChildren())
        {
            var authority = new Authority(section.Key.ToLowerInvariant(), section.Get<AuthorityOptions>() ?? new AuthorityOptions());
            authentication.AddOpenIdConnect(authority.Scheme, authority.DisplayName, connection => AuthorityConnection.Configure(connection, authority));
        }

        var services = authentication.Services;
        services.AddOptions<AuthoritiesOptions>().BindConfiguration(AuthorityOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AuthoritiesOptions>, AuthorityRules>().AddScoped<OwnData.IPersonalData, IdentitiesOfPerson>();
        services.AddSingleton<AuthorityList>().AddSingleton<AuthorityReach>().AddSingleton<Errands>();
        services.AddScoped<ArrivalTickets>().AddScoped<AuthoritySessions>().AddScoped<WaysIn>().AddScoped<ApplyAssurance>().AddScoped<EnterWithAuthority>().AddScoped<JoinWithAuthority>()
            .AddScoped<ConnectAuthority>().AddScoped<DisconnectAuthority>().AddScoped<ProveWithAuthority>().AddScoped<ReceiveArrival>().AddScoped<LeavingAuthority>().AddScoped<EndFromAuthority>();
    }
}
