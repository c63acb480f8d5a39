using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Participation.Web.Realtime;

namespace Participation.Tests.Realtime;

/// <summary>A hub that notes what is sent to which group; nothing else is asked of it.</summary>
internal sealed class RecordingHub : IHubContext<LiveHub>, IHubClients
{
    private readonly Channel<(string Group, string Method, object? What)> _sent = System.Threading.Channels.Channel.CreateUnbounded<(string, string, object?)>();

    /// <summary>Everything sent, in order.</summary>
    public ChannelReader<(string Group, string Method, object? What)> Sent => _sent.Reader;

    public IHubClients Clients => this;

    public IGroupManager Groups => throw new NotSupportedException();

    public IClientProxy All => throw new NotSupportedException();

    public IClientProxy Group(string groupName) => new Recorder(groupName, _sent.Writer);

    public IClientProxy AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    public IClientProxy Client(string connectionId) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Clients(IReadOnlyList<string> connectionIds) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Groups(IReadOnlyList<string> groupNames) => throw new NotSupportedException();

    public IClientProxy GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    public IClientProxy User(string userId) => throw new NotSupportedException();

    public IClientProxy Users(IReadOnlyList<string> userIds) => throw new NotSupportedException();

    private sealed class Recorder(string group, ChannelWriter<(string, string, object?)> sent) : IClientProxy
    {
        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default) => sent.WriteAsync((group, method, args[0]), cancellationToken).AsTask();
    }
}
