using Microsoft.AspNetCore.Mvc.Rendering;
using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.Organisations;

/// <summary>Kinds of organisations and roles of their members in the request's language.</summary>
internal static class OrganisationWords
{
    /// <summary>The kinds that have a word; any other one is shown as it is.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["city", "utility", "company", "association", "council", "other"];

    public static string Kind(string kind) => kind switch
    {
        "city" => OrganisationsTexts.KindCity,
        "utility" => OrganisationsTexts.KindUtility,
        "company" => OrganisationsTexts.KindCompany,
        "association" => OrganisationsTexts.KindAssociation,
        "council" => OrganisationsTexts.KindCouncil,
        "other" => OrganisationsTexts.KindOther,
        _ => kind,
    };

    public static string Role(MembershipRole role) => role switch
    {
        MembershipRole.Owner => OrganisationsTexts.RoleOwner,
        MembershipRole.Editor => OrganisationsTexts.RoleEditor,
        _ => OrganisationsTexts.RoleViewer,
    };

    public static string RoleMeans(MembershipRole role) => role switch
    {
        MembershipRole.Owner => OrganisationsTexts.RoleOwnerMeans,
        MembershipRole.Editor => OrganisationsTexts.RoleEditorMeans,
        _ => OrganisationsTexts.RoleViewerMeans,
    };

    public static IReadOnlyList<SelectListItem> Roles =>
        [.. new[] { MembershipRole.Viewer, MembershipRole.Editor, MembershipRole.Owner }.Select(role => new SelectListItem(Role(role), role.ToString()))];

    /// <summary>The kinds to choose from, and the present one if it is none of them.</summary>
    public static IReadOnlyList<SelectListItem> KindItemsWith(string? present) =>
        [.. Kinds.Append(present ?? "").Where(kind => kind.Length > 0).Distinct().Select(kind => new SelectListItem(Kind(kind), kind))];

    /// <summary>A web address as people say it.</summary>
    public static string Host(string website) => Uri.TryCreate(website, UriKind.Absolute, out var address) ? address.Host : website;
}
