using Participation.Web.Accounts.OwnData.Retention;

namespace Participation.Web.Accounts.OwnData;

/// <summary>One's own data: the copy, leaving, and what is deleted after its time.</summary>
internal static class OwnDataSetup
{
    public static IServiceCollection AddOwnData(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OwnDataBell>().AddSingleton<ExportFile>().AddSingleton<ExportPage>().AddSingleton<ExportSeal>().AddSingleton<ErasedWords>().AddHostedService<OwnDataWork>();
        return services.AddScoped<IPersonalData, AccountOfPerson>().AddScoped<IPersonalData, MembershipsOfPerson>()
            .AddScoped<OwnDataQueries>().AddScoped<ErasureMails>().AddScoped<RequestErasure>().AddScoped<KeepAccount>().AddScoped<ErasePerson>()
            .AddScoped<RequestExport>().AddScoped<MakeExport>().AddScoped<OwnDataRound>().AddScoped<TidyUp>();
    }
}
