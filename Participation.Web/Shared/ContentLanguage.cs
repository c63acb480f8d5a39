using System.Globalization;
using System.Resources;
using Participation.Web.Hosting;

namespace Participation.Web.Shared;

/// <summary>People and the city write in the site's first language, whatever language the interface has.</summary>
public static class ContentLanguage
{
    /// <summary>For the <c>lang</c> attribute of what people wrote, so that it is pronounced right; null when the page has that language anyway.</summary>
    public static string? Lang => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Languages.All[0] ? null : Languages.All[0];

    /// <summary>A text of the site that is stored among what people wrote, in their language and not in that of the request.</summary>
    public static string Say(ResourceManager texts, string key, params object[] values)
    {
        var language = CultureInfo.GetCultureInfo(Languages.All[0]);
        return string.Format(language, texts.GetString(key, language) ?? throw new InvalidOperationException(key), values);
    }
}
