using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Participation.Tests.Uploads;

/// <summary>A ClamAV daemon that says what a test wants, and notes what it was sent.</summary>
internal sealed class FakeDaemon : IDisposable
{
    private readonly Socket _listener;
    private readonly CancellationTokenSource _end = new();

    private FakeDaemon(EndPoint place)
    {
        _listener = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(place);
        _listener.Listen();
    }

    /// <summary>How it is configured.</summary>
    public required string Address { get; init; }

    /// <summary>Lengths of the chunks of the last file.</summary>
    public List<int> Chunks { get; } = [];

    /// <summary>The last file.</summary>
    public List<byte> Received { get; } = [];

    /// <summary>Starts one.</summary>
    /// <param name="answer">What it says to a file; null: it hangs up; empty: it says nothing at all.</param>
    /// <param name="hasEnoughAfter">It answers after so many bytes, without reading on.</param>
    /// <param name="path">A socket in the file system instead of a port.</param>
    public static FakeDaemon Start(string? answer, int hasEnoughAfter = int.MaxValue, string? path = null)
    {
        FakeDaemon daemon;
        if (path is not null) daemon = new FakeDaemon(new UnixDomainSocketEndPoint(path)) { Address = "unix:" + path };
        else
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            daemon = new FakeDaemon(new IPEndPoint(IPAddress.Loopback, port)) { Address = $"tcp://127.0.0.1:{port}" };
        }

        _ = daemon.ServeAsync(answer, hasEnoughAfter);
        return daemon;
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync(string? answer, int hasEnoughAfter)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptAsync(_end.Token);
                await using var stream = new NetworkStream(client);
                await AnswerAsync(stream, answer, hasEnoughAfter);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or IOException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream, string? answer, int hasEnoughAfter)
    {
        var command = await CommandAsync(stream);
        if (command == "zPING") answer = answer is null or "" ? answer : "PONG";
        else await FileAsync(stream, hasEnoughAfter);
        if (answer is null) return;
        if (answer.Length == 0) await Task.Delay(Timeout.Infinite, _end.Token);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\0"), _end.Token);
    }

    private async Task<string> CommandAsync(NetworkStream stream)
    {
        var (command, one) = (new List<byte>(), new byte[1]);
        while (await stream.ReadAsync(one, _end.Token) == 1 && one[0] != 0) command.Add(one[0]);
        return Encoding.ASCII.GetString([.. command]);
    }

    private async Task FileAsync(NetworkStream stream, int hasEnoughAfter)
    {
        Chunks.Clear();
        Received.Clear();
        var head = new byte[4];
        while (Received.Count < hasEnoughAfter)
        {
            await stream.ReadExactlyAsync(head, _end.Token);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(head);
            if (length == 0) return;
            var chunk = new byte[length];
            await stream.ReadExactlyAsync(chunk, _end.Token);
            Chunks.Add(length);
            Received.AddRange(chunk);
        }
    }
}
