using System.ComponentModel.DataAnnotations;

namespace Participation.Web.Notifications;

/// <summary>How mails leave, section <c>Mail</c>. Without a host they are put into the folder <c>mail</c> of the data directory.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The mail server, or empty for the pick-up folder.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port: 587 for STARTTLS, 465 for TLS from the start.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Name for signing in, if the server asks for it.</summary>
    public string User { get; set; } = "";

    /// <summary>Password; from the environment or a secret store, never from a file in the repository.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whether the way to the server is encrypted; only a server on the same machine may do without.</summary>
    public bool UseTls { get; set; } = true;

    /// <summary>Sender, with or without a name: <c>Mitmachen &lt;mitmachen@example.org&gt;</c>.</summary>
    [Required]
    public string From { get; set; } = "Mitmachen <mitmachen@localhost>";
}
