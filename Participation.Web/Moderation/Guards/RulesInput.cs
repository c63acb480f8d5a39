using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Guards;

/// <summary>What the form of the rules sends; anything may be missing or unreadable, so that everything typed can be shown again.</summary>
public sealed record RulesInput
{
    /// <summary>Longest list, in characters.</summary>
    public const int WordsMaxLength = GuardRules.MostWords * (GuardRules.WordMaxLength + 2);

    /// <summary>Numbers by the name of their limit.</summary>
    public Dictionary<string, string?> Limits { get; init; } = [];

    public FirstPostRule FirstPosts { get; init; }

    /// <summary>One entry a line.</summary>
    public string? Words { get; init; } = "";

    public string? Note { get; init; } = "";

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>The form as rules fill it.</summary>
    public static RulesInput Of(GuardRules rules, int version) => new()
    {
        Limits = Enum.GetValues<GuardLimit>().ToDictionary(limit => limit.ToString(), limit => (string?)rules[limit].ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal),
        FirstPosts = rules.FirstPosts, Words = string.Join('\n', rules.Words), Version = version,
    };

    /// <summary>Has a field for every limit, also of a form that sent none.</summary>
    public void Complete()
    {
        foreach (var limit in Enum.GetValues<GuardLimit>()) Limits.TryAdd(limit.ToString(), null);
    }

    /// <summary>The rules that were typed; what cannot be read is noted under its field and has its default here.</summary>
    public GuardRules ToRules(ModelStateDictionary state)
    {
        var limits = new Dictionary<GuardLimit, int>();
        foreach (var limit in Enum.GetValues<GuardLimit>())
        {
            var range = LimitRange.Of(limit);
            var readable = int.TryParse(Limits.GetValueOrDefault(limit.ToString())?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= range.Least && value <= range.Most;
            if (!readable) state.AddModelError(Field(limit), GuardTexts.LimitInvalid.With(GuardWords.Of(limit), range.Least, range.Most));
            limits[limit] = readable ? value : range.Default;
        }

        string[] words = [.. (Words ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (words.Length > GuardRules.MostWords) state.AddModelError("Input.Words", Refusals.Text(new TooManyWords(GuardRules.MostWords)));
        else if (words.Select(WordList.Check).FirstOrDefault(refusal => refusal is not null) is { } refusal) state.AddModelError("Input.Words", Refusals.Text(refusal));
        if (!Enum.IsDefined(FirstPosts)) state.Missing("Input.FirstPosts", GuardTexts.FieldFirstPosts);
        state.Require("Input.Note", GuardTexts.FieldNote, Note, GuardRulesVersion.NoteMaxLength);
        return new GuardRules(limits, FirstPosts, words);
    }

    /// <summary>Name of a limit's field.</summary>
    public static string Field(GuardLimit limit) => $"Input.Limits[{limit}]";
}
