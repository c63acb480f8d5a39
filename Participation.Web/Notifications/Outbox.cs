using System.Threading.Channels;

namespace Participation.Web.Notifications;

/// <summary>Mails that wait to be sent. Queuing never waits and never throws: what a mail is about must not fail because of the mail.</summary>
public sealed class Outbox(ILogger<Outbox> log)
{
    private const int Capacity = 10_000;

    private readonly Channel<Mail> _mails = Channel.CreateBounded<Mail>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    internal ChannelReader<Mail> Reader => _mails.Reader;

    /// <summary>Queues a mail. When the queue is full it is dropped and logged; people can ask for each mail again.</summary>
    public void Enqueue(Mail mail)
    {
        if (!_mails.Writer.TryWrite(mail)) log.LogError("The queue of {Capacity} mails is full; a mail was dropped.", Capacity);
    }
}
