using System.ComponentModel.DataAnnotations;

namespace Participation.Web.Accounts.OpenId;

/// <summary>The form of an application.</summary>
public sealed record ApplicationInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Name { get; init; } = "";

    public ApplicationKind Kind { get; init; }

    /// <summary>One address per line.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Redirects { get; init; } = "";

    /// <summary>One address per line.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string SignedOuts { get; init; } = "";

    public List<string> Scopes { get; init; } = [];

    public bool Stays { get; init; }

    public bool Push { get; init; }

    /// <summary>Longest text of a field with addresses, in characters.</summary>
    public const int AddressesMaxLength = ApplicationPlan.MaxAddresses * (Domain.Accounts.RedirectAddress.MaxLength + 2);

    public static ApplicationInput Of(ApplicationPlan plan) => new()
    {
        Name = plan.Name, Kind = plan.Kind, Redirects = string.Join('\n', plan.RedirectUris), SignedOuts = string.Join('\n', plan.SignedOutUris),
        Scopes = [.. plan.Scopes], Stays = plan.StaysSignedIn, Push = plan.MustPush,
    };

    public ApplicationPlan ToPlan(ApplicationKind kind) => new(
        Name.Trim(), kind, Lines(Redirects), Lines(SignedOuts), [.. OpenId.Scopes.Choosable.Where(scope => Scopes.Contains(scope))],
        Stays && kind is not ApplicationKind.Specialist, Push && kind is not ApplicationKind.Specialist);

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(Domain.Refusal refusal) => refusal switch
    {
        ApplicationNameNotUsable => "Input.Name",
        RedirectAddressNeeded or TooManyAddresses or Domain.Accounts.RedirectAddressNotAllowed => "Input.Redirects",
        SpecialistActsForItself => "Input.Kind",
        _ => "",
    };

    private static string[] Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Take(ApplicationPlan.MaxAddresses + 1)];
}

/// <summary>Kinds in words.</summary>
internal static class ApplicationWords
{
    public static string Of(ApplicationKind kind) => kind switch
    {
        ApplicationKind.Public => OpenIdTexts.KindPublic,
        ApplicationKind.Confidential => OpenIdTexts.KindConfidential,
        ApplicationKind.Specialist => OpenIdTexts.KindSpecialist,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static IEnumerable<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Items =>
        [.. Enum.GetValues<ApplicationKind>().Select(kind => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(Of(kind), kind.ToString()))];
}
