using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Accounts;

namespace Participation.Web.Editing;

/// <summary>Everything that is edited, for whoever may: the way in for moderators without training.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class OverviewModel(IEnumerable<ManagedArea> areas, IAuthorizationService authorization) : PageModel
{
    public IReadOnlyList<(ManagedGroup Group, string Title, IReadOnlyList<ManagedArea> Areas)> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var open = new List<ManagedArea>();
        foreach (var area in areas)
            if ((await authorization.AuthorizeAsync(User, area.Policy)).Succeeded) open.Add(area);
        Groups = [.. open.GroupBy(area => area.Group).OrderBy(group => group.Key).Select(group => (group.Key, Title(group.Key), (IReadOnlyList<ManagedArea>)[.. group]))];
    }

    private static string Title(ManagedGroup group) => group switch
    {
        ManagedGroup.Contents => EditingTexts.GroupContents,
        ManagedGroup.Participation => EditingTexts.GroupParticipation,
        ManagedGroup.Council => EditingTexts.GroupCouncil,
        ManagedGroup.People => EditingTexts.GroupPeople,
        _ => EditingTexts.GroupRecords,
    };
}
