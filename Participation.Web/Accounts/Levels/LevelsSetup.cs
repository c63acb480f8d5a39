namespace Participation.Web.Accounts.Levels;

/// <summary>Levels of trust: saying to live here, letter code, office desk, electronic identity.</summary>
public static class LevelsSetup
{
    public static IServiceCollection AddLevels(this IServiceCollection services)
    {
        services.AddOptions<LevelsOptions>().BindConfiguration(LevelsOptions.Section).ValidateDataAnnotations()
            .Validate(levels => levels.HasUsableKey, "Levels:FingerprintKey needs 32 bytes or more in Base64, as from: openssl rand -base64 32").ValidateOnStart();
        services.AddSingleton<FingerprintKeyHolder>().AddSingleton<LetterSeal>().AddSingleton<LetterFonts>();
        return services.AddScoped<Fingerprints>().AddScoped<ConfirmResidence>().AddScoped<ResidenceNews>().AddScoped<DeclareResidence>().AddScoped<TakeBackResidence>()
            .AddScoped<AskForLetter>().AddScoped<StopLetter>().AddScoped<UseLetterCode>().AddScoped<ShowDeskCode>().AddScoped<ConfirmAtDesk>().AddScoped<ResidenceQueries>()
            .AddScoped<MakeBatch>().AddScoped<SendBatch>().AddScoped<DownloadBatch>().AddScoped<LetterQueries>().AddScoped<LetterCsv>().AddScoped<LetterPdf>().AddScoped<ResidenceSteps>().AddScoped<EraseLevelData>()
            .AddScoped<OwnData.IPersonalData, ResidenceOfPerson>();
    }
}
