using Microsoft.Extensions.Options;
using Participation.Domain.Moderation;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Notices;

/// <summary>What people without an account are told about what they reported, in their language. The way back is in the first mail only: its secret is not kept.</summary>
public sealed class NoticeMails(Outbox outbox, SiteAddress site, IOptions<CityOptions> city)
{
    /// <summary>Most confirmations to one address in a day: nobody has confirmed that it is the sender's own.</summary>
    public const int MostPerDay = 5;

    /// <summary>Confirms that the notice arrived (Digital Services Act, Art. 16(4)).</summary>
    public void Received(Notice notice, string key) => Send(notice, () => (NoticesTexts.MailReceivedSubject, NoticesTexts.MailReceivedText), site.Of(Links.TrackNotice(key)));

    /// <summary>Says what was decided (Art. 16(5)).</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="title">Title of what was reported; null when it is not public.</param>
    public void Decided(Notice notice, string? title) => Send(notice, () =>
        (NoticesTexts.MailDecidedSubject, notice.Outcome switch { NoticeOutcome.ActedOn => NoticesTexts.MailActedOnText, NoticeOutcome.Removed => NoticesTexts.MailRemovedText, _ => NoticesTexts.MailNotActedOnText }), title ?? Languages.In(notice.Language, () => NoticesTexts.NotPublic));

    /// <summary>Says what became of a complaint (Art. 20(5)).</summary>
    public void ComplaintDecided(Notice notice, Complaint complaint) => Send(notice, () =>
        (NoticesTexts.MailComplaintSubject, complaint.Outcome is ComplaintOutcome.Reversed ? NoticesTexts.MailReversedText : NoticesTexts.MailConfirmedText), complaint.Reasons);

    private void Send(Notice notice, Func<(string Subject, string Text)> texts, string said)
    {
        if (notice.Email is not { } email) return;
        var (subject, text) = Languages.In(notice.Language, texts);
        outbox.Enqueue(new Mail(email, subject.With(notice.Number), text.With(notice.Number, $"{city.Value.Brand} {city.Value.BrandPlace}", said)));
    }
}
