using System.ComponentModel.DataAnnotations;

namespace Participation.Web.Accounts.OwnData.Retention;

/// <summary>How long things are kept, section <c>Retention</c>.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days after which an account is deleted whose address was never confirmed.</summary>
    [Range(1, 365)]
    public int UnconfirmedAccountDays { get; set; } = 30;

    /// <summary>Days after its end until which an invitation, and so the address it went to, is kept.</summary>
    [Range(0, 365)]
    public int EndedInvitationDays { get; set; } = 30;

    /// <summary>Days after which a message is deleted that was read.</summary>
    [Range(7, 3650)]
    public int ReadMessageDays { get; set; } = 180;

    /// <summary>Days after which a message is deleted that nobody read.</summary>
    [Range(30, 3650)]
    public int UnreadMessageDays { get; set; } = 730;

    /// <summary>Days after which a draft is deleted that nobody wrote on any more.</summary>
    [Range(30, 3650)]
    public int DraftDays { get; set; } = 365;
}
