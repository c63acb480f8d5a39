using OpenIddict.Abstractions;
using Participation.Web.Shared;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Web.Accounts.OpenId;

/// <summary>How a request that waits in the database is named in an address and in a form.</summary>
internal static class AuthorizeForm
{
    public static IEnumerable<KeyValuePair<string, string>> Carried(OpenIddictRequest request) =>
        [new(Parameters.ClientId, request.ClientId ?? ""), new(Parameters.RequestUri, request.RequestUri ?? "")];

    /// <summary>Of a request to sign out; one without parameters does not wait anywhere.</summary>
    public static IEnumerable<KeyValuePair<string, string>> CarriedOut(OpenIddictRequest request) =>
        request.RequestUri is null ? [] : Carried(request).Where(field => field.Value.Length > 0);

    /// <summary>The address of a request to sign out that waits.</summary>
    public static string AddressOut(OpenIddictRequest request) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Links.LogoutDecide, CarriedOut(request)!);

    public static string Address(OpenIddictRequest request) => Links.Authorize(request.ClientId ?? "", request.RequestUri ?? "");
}
