using System.Globalization;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Council.Oparl;

/// <summary>The one address of every object and list; it never changes.</summary>
internal sealed class OparlAddresses(SiteAddress site)
{
    /// <summary>Number of the only body: the city.</summary>
    public const int City = 1;

    /// <summary>Where everything begins.</summary>
    public string System => site.Of(Links.Oparl);

    /// <summary>The list of bodies.</summary>
    public string Bodies => site.Of($"{Links.OparlRoot}/{OparlType.Body.Path()}");

    /// <summary>The city.</summary>
    public string Body => Of(OparlType.Body, City);

    /// <summary>An object.</summary>
    public string Of(OparlType type, int number) => site.Of(string.Create(CultureInfo.InvariantCulture, $"{Links.OparlRoot}/{type.Path()}/{number}"));

    /// <summary>An object that may be missing.</summary>
    public string? Of(OparlType type, int? number) => number is { } there ? Of(type, there) : null;

    /// <summary>Everything of a type.</summary>
    public string ListOf(OparlType type) => $"{Body}/{type.Path()}";

    /// <summary>Everything of a type that belongs to an organization.</summary>
    public string ListOf(int organization, OparlType type) => $"{Of(OparlType.Organization, organization)}/{type.Path()}";

    /// <summary>A page of the site.</summary>
    public string Page(string path) => site.Of(path);
}
