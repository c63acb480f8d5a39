using Participation.Domain;
using Participation.Domain.Moderation.Guards;

namespace Participation.Web.Council.Live;

/// <summary>What the form of a question sends.</summary>
public sealed class AskInput
{
    public string? Text { get; set; }

    /// <summary>Number of the item; null for the meeting as a whole.</summary>
    public int? Item { get; set; }

    /// <summary>The form's own key.</summary>
    public string? Key { get; set; }

    /// <summary>Whether its author means to say how somebody is reached.</summary>
    public bool SharesPersonalData { get; set; }
}

/// <summary>The form of a question, or why there is none.</summary>
/// <param name="Meeting">Number of the meeting.</param>
/// <param name="Floor">How far it is.</param>
/// <param name="Writer">Public name of who asks; null for visitors.</param>
/// <param name="Input">What stands in it.</param>
public sealed record AskForm(int Meeting, FloorView Floor, string? Writer, AskInput Input)
{
    /// <summary>Why they may not write at all.</summary>
    public Refusal? Barred { get; init; }

    /// <summary>What says how somebody is reached.</summary>
    public PersonalData? Found { get; init; }

    /// <summary>Whether it is on a page of its own.</summary>
    public bool Alone { get; init; }
}
