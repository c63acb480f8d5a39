using System.Collections;
using System.Globalization;
using System.Resources;
using Participation.Domain;
using Participation.Web.Shared;

namespace Participation.Tests.Architecture;

/// <summary>Every text exists in every language, with the same places for values; every refusal has words.</summary>
public sealed class TextTests
{
    public static TheoryData<string> Sets => [.. typeof(SharedTexts).Assembly.GetManifestResourceNames().Where(name => name.EndsWith("Texts.resources", StringComparison.Ordinal)).Select(name => name[..^".resources".Length])];

    [Theory, MemberData(nameof(Sets))]
    public void Both_languages_have_the_same_texts(string set)
    {
        var manager = new ResourceManager(set, typeof(SharedTexts).Assembly);
        var german = Texts(manager, CultureInfo.InvariantCulture);
        var english = Texts(manager, CultureInfo.GetCultureInfo("en"));

        Assert.Equal(german.Keys.Order(), english.Keys.Order());
        Assert.DoesNotContain(german.Concat(english), text => string.IsNullOrWhiteSpace(text.Value));
        foreach (var (key, text) in german) Assert.Equal(Places(text), Places(english[key]));
    }

    [Fact]
    public void Every_refusal_has_words()
    {
        var refusals = typeof(Refusal).Assembly.GetTypes().Concat(typeof(SharedTexts).Assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(Refusal))).ToList();
        Assert.True(refusals.Count > 20);
        Assert.DoesNotContain(refusals, refusal => RefusalTexts.ResourceManager.GetString(refusal.Name, CultureInfo.GetCultureInfo("en")) is null);
    }

    private static Dictionary<string, string> Texts(ResourceManager manager, CultureInfo culture) =>
        manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "\\{[0-9]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct().Order();
}
