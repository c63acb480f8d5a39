using System.Globalization;
using Participation.Domain.Council.Live;

namespace Participation.Web.Council.Live;

/// <summary>Words for the values of a meeting that is followed live.</summary>
public static class LiveWords
{
    /// <summary>How far a meeting is.</summary>
    public static string Of(FloorState state) => Named("Floor_" + state);

    /// <summary>What became of a question.</summary>
    public static string Of(QuestionState state) => Named("Question_" + state);

    /// <summary>What a moderator's button does.</summary>
    public static string Of(FloorStep step) => Named("Step_" + step);

    /// <summary>What was done.</summary>
    public static string Done(FloorStep step) => Named("Done_" + step);

    /// <summary>The word of an order in addresses.</summary>
    public static string Word(QuestionSort sort) => sort is QuestionSort.Newest ? "neu" : "beliebt";

    /// <summary>The order that a word means; an unknown one is the most liked first.</summary>
    public static QuestionSort Sort(string? word) => word == "neu" ? QuestionSort.Newest : QuestionSort.Likes;

    /// <summary>What one hears when the meeting came to an item or stopped.</summary>
    public static string Said(FloorView floor) => floor switch
    {
        { State: FloorState.NotBegun } => LiveTexts.NotBegun,
        { State: FloorState.Over } => LiveTexts.Over,
        { State: FloorState.Interrupted } => LiveTexts.Interrupted,
        { Current: { IsPublic: false } } => LiveTexts.NonPublicPart,
        { Current: { } current } => $"{LiveTexts.Now}: {current.Sign} {current.Name}",
        _ => LiveTexts.Running,
    };

    private static string Named(string key) => LiveTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException(key);
}
