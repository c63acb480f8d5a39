using System.Globalization;
using Microsoft.Extensions.Options;
using Participation.Web.Data;

namespace Participation.Web.Notifications;

/// <summary>Puts each mail as an <c>.eml</c> file into the folder <c>mail</c> of the data directory: for development, tests and the demo.</summary>
internal sealed class PickupMailSender(IOptions<MailOptions> options, IOptions<DataOptions> data, TimeProvider clock) : IMailSender
{
    private int _count;

    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.Value.Directory, "mail")).FullName;
        var now = clock.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd-HHmmss-fffffff}-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
        var unfinished = Path.Combine(folder, name + ".tmp");
        using (var message = mail.ToMessage(options.Value, now)) await message.WriteToAsync(unfinished, cancel);
        File.Move(unfinished, Path.Combine(folder, name + ".eml"));
    }
}
