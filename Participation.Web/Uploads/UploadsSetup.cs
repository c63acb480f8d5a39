using Participation.Web.Accounts.OwnData;
using Participation.Web.Editing;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;
using Participation.Web.Uploads.Scanning;

namespace Participation.Web.Uploads;

/// <summary>Uploads: images in texts, documents of the staff, the virus scanner before both.</summary>
public static class UploadsSetup
{
    public static IServiceCollection AddUploads(this IServiceCollection services)
    {
        services.AddOptions<UploadOptions>().BindConfiguration(UploadOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.ClamAv.Address.Length == 0 || ClamAvAddress.Parse(options.ClamAv.Address) is not null, "Uploads:ClamAv:Address needs to be tcp://host:port or unix:/path.")
            .Validate(options => options.ClamAv.TimeoutSeconds is > 0 and <= 300, "Uploads:ClamAv:TimeoutSeconds needs to be between 1 and 300.").ValidateOnStart();
        services.AddSingleton<ImageMaker>().AddSingleton<IVirusScanner, ClamAv>();
        services.AddHealthChecks().AddCheck<UploadsCheck>("uploads");
        return services.AddScoped<UploadImage>().AddScoped<UploadRoom>().AddScoped<UploadUses>().AddScoped<Editing.IDraftBelongings>(provider => provider.GetRequiredService<UploadUses>()).AddScoped<ImageQuery>().AddScoped<FormImages>().AddScoped<RemoveUnused>()
            .AddScoped<IPersonalData, UploadsOfPerson>().AddHostedService<UnusedRound>()
            .AddScoped<PublishDocument>().AddScoped<DeleteDocument>().AddScoped<RenameDocument>().AddScoped<DocumentQueries>().AddScoped<Attachments>().AddScoped<PublicDocuments>()
            .AddManaged(ManagedGroup.Contents, Links.ManageDocuments, () => UploadsTexts.DocumentsTitle, () => UploadsTexts.AreaDocuments);
    }

    public static void MapUploads(this IEndpointRouteBuilder app) => UploadEndpoints.Map(app);
}
