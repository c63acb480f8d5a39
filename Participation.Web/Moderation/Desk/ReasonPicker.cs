using Microsoft.AspNetCore.Mvc;

namespace Participation.Web.Moderation.Desk;

/// <summary>The templates to choose from, within a form that asks for reasons. Its button sends the form back filled in; with script it fills it in at once.</summary>
public sealed class ReasonPicker(TemplateQueries templates) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View("/Moderation/Desk/_ReasonPicker.cshtml", await templates.AllAsync(HttpContext.RequestAborted));
}
