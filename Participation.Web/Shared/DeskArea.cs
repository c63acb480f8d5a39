namespace Participation.Web.Shared;

/// <summary>Kinds of things on the council's side that the staff edits.</summary>
public enum DeskArea
{
    /// <summary>Meetings.</summary>
    Meetings,

    /// <summary>Papers.</summary>
    Papers,

    /// <summary>Bodies.</summary>
    Bodies,

    /// <summary>Legislative terms.</summary>
    Terms,

    /// <summary>People of the council.</summary>
    People,
}
