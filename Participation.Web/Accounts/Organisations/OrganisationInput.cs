using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Organisations;

/// <summary>The administration's form of an organisation.</summary>
public sealed record OrganisationInput
{
    public int Version { get; init; }

    public string? Name { get; init; }

    public string? Slug { get; init; }

    public string? Kind { get; init; } = OrganisationWords.Kinds[0];

    public string? Website { get; init; }

    public string? About { get; init; }

    /// <summary>Address of the first or another owner, in a form of its own.</summary>
    public string? OwnerEmail { get; init; }

    /// <summary>What the form shows of an organisation.</summary>
    public static OrganisationInput Of(Organisation organisation) => new()
    {
        Version = organisation.Version, Name = organisation.Name, Slug = organisation.Slug, Kind = organisation.Kind, Website = organisation.Website, About = organisation.About.Markdown,
    };

    /// <summary>The profile; the input was checked before.</summary>
    public OrganisationProfile ToProfile(FormattedText about) =>
        new(Name!.Trim(), Kind!, string.IsNullOrWhiteSpace(Website) ? null : new Uri(Website.Trim()).AbsoluteUri, about);

    /// <summary>Says field by field what is missing.</summary>
    public void Check(ModelStateDictionary state, bool isNew)
    {
        state.Require("Input.Name", OrganisationsTexts.FieldName, Name, Organisation.NameMaxLength);
        if (Name is not null && Name.EnumerateRunes().Any(rune => System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format))
            state.AddModelError("Input.Name", OrganisationsTexts.NameInvisible);
        if (isNew && Slug?.Length > Domain.Slug.MaxLength) state.Require("Input.Slug", OrganisationsTexts.FieldSlug, Slug, Domain.Slug.MaxLength);
        state.Require("Input.Kind", OrganisationsTexts.FieldKind, Kind, Organisation.NameMaxLength);
        state.Require("Input.About", OrganisationsTexts.FieldAbout, MarkdownText.Source(About), Organisation.AboutMaxLength);
        if (!string.IsNullOrWhiteSpace(Website) && !IsWebsite(Website.Trim())) state.AddModelError("Input.Website", OrganisationsTexts.WebsiteInvalid);
    }

    private static bool IsWebsite(string address) => address.Length <= Organisation.WebsiteMaxLength
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0
        && uri.AbsoluteUri.Length <= Organisation.WebsiteMaxLength;
}
