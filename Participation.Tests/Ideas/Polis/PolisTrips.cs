using Participation.Tests.Support;
using Participation.Web.Ideas.Polis;

namespace Participation.Tests.Ideas.Polis;

/// <summary>Imports and exports as the commands do.</summary>
internal static class PolisTrips
{
    public static async Task<PolisCounts> ImportAsync(this TestSite site, PolisFolder folder, string slug = "gruen")
    {
        var conversation = await PolisReader.ReadAsync(folder.Path, default);
        return await site.UseAsync<ImportPolis, PolisCounts>(import => import.ExecuteAsync(conversation, slug, _ => { }, default));
    }

    public static Task<PolisCounts> ExportAsync(this TestSite site, PolisFolder folder, string slug = "gruen") =>
        site.UseAsync<ExportPolis, PolisCounts>(export => export.ExecuteAsync(folder.Path, slug, default));
}
