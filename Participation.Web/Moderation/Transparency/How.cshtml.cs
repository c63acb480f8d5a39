using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Moderation;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Transparency;

/// <summary>How lists are sorted and how moderation works, in plain words (Digital Services Act, Art. 14 and 27). The numbers in it are those of the rules.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Transparency])]
public sealed class HowModel : PageModel
{
    /// <summary>Hours in which a report is to be looked at.</summary>
    public static int NoticeHours => (int)TargetTimes.Notice.TotalHours;

    /// <summary>Days in which somebody decides on a complaint.</summary>
    public static int ComplaintDays => (int)TargetTimes.Complaint.TotalDays;

    /// <summary>Months in which one can complain.</summary>
    public static int ComplaintMonths => Complaint.Months;

    /// <summary>Fewest people whose reports hold something back.</summary>
    public static int FewestPeople => FlagWeight.FewestPeople;
}
