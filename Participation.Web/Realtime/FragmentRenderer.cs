using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Participation.Web.Realtime;

/// <summary>Renders a static Razor component to HTML outside a request, in a given language.</summary>
public sealed class FragmentRenderer(HtmlRenderer renderer)
{
    /// <summary>The component's HTML; the same component serves pages, pushed fragments and mails.</summary>
    public Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent
    {
        var culture = CultureInfo.CurrentUICulture;
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }
}
