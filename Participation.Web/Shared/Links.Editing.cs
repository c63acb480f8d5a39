namespace Participation.Web.Shared;

/// <summary>Addresses of what all forms of the staff have in common.</summary>
public static partial class Links
{
    /// <summary>Keeps what is in a form of the staff.</summary>
    public const string KeepForm = "/verwaltung/zwischenstand";

    /// <summary>Keeps a form without its script and leads back to it.</summary>
    public static string KeepFormThen(string next) => $"{KeepForm}?weiter={Uri.EscapeDataString(next)}";

    /// <summary>Forgets what was kept of a form.</summary>
    public const string ForgetForm = "/verwaltung/zwischenstand/verwerfen";

    public static string ForgetFormThen(string next) => $"{ForgetForm}?weiter={Uri.EscapeDataString(next)}";

    /// <summary>Asks whether a draft shall go.</summary>
    public static string DiscardDraft(string form) => $"{form}/loeschen";
}
