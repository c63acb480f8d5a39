using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Participation.Domain;

/// <summary>
/// Characters that people read as a letter of the Latin alphabet: those of Cyrillic, Greek, Armenian and of phonetic script whose shapes are the same or nearly so (the part of
/// Unicode Technical Standard #39, table confusables, that concerns a to z), and digits and signs that stand for letters by custom. Capitals and small letters are listed by themselves,
/// because Η is read as H and η as n. Why a table of our own: docs/decisions/0013-word-forms.md.
/// </summary>
public static class LookAlikes
{
    private static readonly FrozenDictionary<int, char> Letters = Table(
        // Cyrillic
        "Аa Вb Еe Ѕs Іi Јj Кk Мm Нh Оo Рp Сc Тt Хx Уy Үy Ԛq Ԝw Ӏl аa вb еe ѕs іi їi јj кk мm нh оo рp сc тt хx уy үy һh ԁd ԛq ԝw ґr гr пn иu ьb ёe ӏl",
        // Greek
        "Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx αa βb εe ζz ηn ιi κk μm νv οo ρp τt υu χx ωw γy ςc σo",
        // Armenian, and Latin letters of phonetic script or other languages
        "օo ոn սu հh ıi ɑa ɡg ɩi ʟl ɪi ʀr ɴn ʙb ʜh ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜱs ʏy łl øo đd ħh ŧt ƒf ƙk ɓb ɗd ɛe ɔo");

    private static readonly FrozenDictionary<int, char> Signs = Table("0o 1i 3e 4a 5s 7t 8b 9g @a $s €e !i |i");

    /// <summary>The letter that a letter looks like, in small; null when it is one of a to z itself, or looks like none.</summary>
    public static char? LetterOf(Rune rune)
    {
        if (rune.IsAscii) return null;
        if (Letters.TryGetValue(rune.Value, out var letter)) return letter;
        // A letter with marks, except the three that have a meaning of their own in German.
        var plain = rune.ToString().Normalize(NormalizationForm.FormD);
        if (plain.Length < 2 || !char.IsAsciiLetter(plain[0]) || !plain.Skip(1).All(mark => CharUnicodeInfo.GetUnicodeCategory(mark) is UnicodeCategory.NonSpacingMark)) return null;
        return plain[1..] == "\u0308" && plain[0] is 'a' or 'o' or 'u' or 'A' or 'O' or 'U' ? null : char.ToLowerInvariant(plain[0]);
    }

    /// <summary>The letter that a digit or sign stands for; null when it stands for none. 1, ! and | stand for i or for l; here it is i.</summary>
    public static char? SignOf(Rune rune) => Signs.TryGetValue(rune.Value, out var letter) ? letter : null;

    /// <summary>Whether a sign can stand for an l as well.</summary>
    public static bool IsAlsoL(Rune rune) => rune.Value is '1' or '!' or '|';

    private static FrozenDictionary<int, char> Table(params string[] rows) =>
        rows.SelectMany(row => row.Split(' ')).ToFrozenDictionary(pair => pair.EnumerateRunes().First().Value, pair => pair[^1]);
}
