using MimeKit;

namespace Participation.Web.Notifications;

/// <summary>One plain-text mail.</summary>
/// <param name="To">Address of the recipient; never logged.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">Plain text with line breaks.</param>
public sealed record Mail(string To, string Subject, string Text)
{
    /// <summary>The mail in its Internet form.</summary>
    internal MimeMessage ToMessage(MailOptions options, DateTimeOffset now)
    {
        var message = new MimeMessage { Subject = Subject, Date = now, Body = new TextPart("plain") { Text = Text } };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(MailboxAddress.Parse(To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}

/// <summary>The seam through which mails leave: SMTP, or a folder during development.</summary>
public interface IMailSender
{
    /// <summary>Hands one mail over, or throws.</summary>
    Task SendAsync(Mail mail, CancellationToken cancel);
}
