using System.Globalization;
using Participation.Web.Hosting;

namespace Participation.Web.Shared;

/// <summary>People and the city write in the site's first language, whatever language the interface has.</summary>
public static class ContentLanguage
{
    /// <summary>For the <c>lang</c> attribute of what people wrote, so that it is pronounced right; null when the page has that language anyway.</summary>
    public static string? Lang => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Languages.All[0] ? null : Languages.All[0];
}
