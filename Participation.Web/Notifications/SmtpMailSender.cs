using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Participation.Web.Notifications;

/// <summary>Sends through a mail server.</summary>
internal sealed class SmtpMailSender(IOptions<MailOptions> options, TimeProvider clock) : IMailSender
{
    private const int ImplicitTlsPort = 465;

    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        var server = options.Value;
        var security = (server.UseTls, server.Port) switch
        {
            (false, _) => SecureSocketOptions.None,
            (true, ImplicitTlsPort) => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        };
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(server.Host, server.Port, security, cancel);
        if (server.User.Length > 0) await smtp.AuthenticateAsync(server.User, server.Password, cancel);
        using var message = mail.ToMessage(server, clock.GetUtcNow());
        await smtp.SendAsync(message, cancel);
        await smtp.DisconnectAsync(quit: true, cancel);
    }
}
