using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participation.Web.Accounts;

/// <summary>What everybody reads who registered, whether or not the address was known.</summary>
[AllowAnonymous]
public sealed class RegisteredModel : PageModel;
