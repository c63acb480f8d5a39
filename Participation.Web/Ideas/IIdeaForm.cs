using Microsoft.AspNetCore.Mvc.Rendering;

namespace Participation.Web.Ideas;

/// <summary>A page with the fields of an idea: the form for a new one and the form for a new version.</summary>
public interface IIdeaForm
{
    /// <summary>What is in the fields.</summary>
    IdeaFormInput Input { get; }

    /// <summary>Topics to choose from.</summary>
    IReadOnlyList<SelectListItem> Topics { get; }

    /// <summary>Districts to choose from.</summary>
    IReadOnlyList<SelectListItem> Districts { get; }

    /// <summary>Whether an image can be uploaded with it.</summary>
    bool TakesImages => false;

    /// <summary>The description as it will look, or null while nobody asked.</summary>
    string? PreviewHtml { get; }

    /// <summary>What is personal in the text, when that was found just now.</summary>
    Domain.Moderation.Guards.PersonalData? PersonalData => null;
}
