using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participation.Web.Editing;

/// <summary>How the form of whoever was slower is shown again.</summary>
public static class ConflictPages
{
    /// <summary>
    /// The same page with status 409, everything typed kept. The box <c>_Conflict</c> says all there is to say, so that no summary of errors does; what is sent next counts against the
    /// version that is stored now, which the page has put into its input.
    /// </summary>
    public static PageResult ConflictPage(this PageModel page, string versionField = "Input.Version")
    {
        page.ModelState.Remove(versionField);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return page.Page();
    }
}
