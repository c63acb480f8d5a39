using System.Globalization;

namespace Participation.Web.Shared;

/// <summary>Number and noun: "1 Beitrag", "3 Beiträge".</summary>
public static class Counted
{
    /// <summary>Picks the text for one or for many and puts the number in, bound with a no-break space.</summary>
    public static string Of(int count, string one, string many) => string.Format(CultureInfo.CurrentUICulture, count == 1 ? one : many, count.ToString("N0", CultureInfo.CurrentUICulture));
}
