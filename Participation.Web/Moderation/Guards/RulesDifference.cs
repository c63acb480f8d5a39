using System.Globalization;
using Participation.Domain.Moderation.Guards;

namespace Participation.Web.Moderation.Guards;

/// <summary>One thing in which two documents differ.</summary>
public sealed record RulesDifference(string What, string Before, string After)
{
    /// <summary>Everything in which two documents differ.</summary>
    public static IReadOnlyList<RulesDifference> Between(GuardRules before, GuardRules after)
    {
        var differences = Enum.GetValues<GuardLimit>().Where(limit => before[limit] != after[limit]).Select(limit => new RulesDifference(GuardWords.Of(limit), Number(before[limit]), Number(after[limit]))).ToList();
        if (before.FirstPosts != after.FirstPosts) differences.Add(new(GuardTexts.FieldFirstPosts, GuardWords.Of(before.FirstPosts), GuardWords.Of(after.FirstPosts)));
        var (gone, added) = (before.Words.Except(after.Words, StringComparer.Ordinal).ToList(), after.Words.Except(before.Words, StringComparer.Ordinal).ToList());
        if (gone.Count + added.Count > 0) differences.Add(new(GuardTexts.FieldWords, List(gone), List(added)));
        return differences;
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentUICulture);

    private static string List(List<string> words) => words.Count == 0 ? "–" : string.Join(", ", words);
}
