using Participation.Domain.Moderation.Guards;

namespace Participation.Web.Moderation.Guards;

/// <summary>The question of the form whether personal data are meant to be published.</summary>
/// <param name="Found">What was found just now; null when nothing was.</param>
/// <param name="Answered">Whether the question was asked before in this form.</param>
/// <param name="Field">Name of the hidden field by which the form says so; null when the form has its own.</param>
/// <param name="Text">Id of the field to change.</param>
public sealed record PersonalDataHint(PersonalData? Found, bool Answered, string? Field, string Text);
