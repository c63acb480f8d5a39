namespace Participation.Domain;

/// <summary>
/// A text as its author wrote it and as it is shown. Rendering happens once, when it is written, never per request;
/// a newer pipeline re-renders what carries an older version.
/// </summary>
/// <param name="Markdown">The source, exactly as typed.</param>
/// <param name="Html">Sanitised HTML made by the site's Markdown pipeline; nothing else may fill this.</param>
/// <param name="PipelineVersion">Version of the pipeline that made <paramref name="Html"/>.</param>
public sealed record FormattedText(string Markdown, string Html, int PipelineVersion)
{
    /// <summary>No text.</summary>
    public static FormattedText Empty { get; } = new("", "", 0);
}
