using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Participation.Web.Uploads.Scanning;

/// <summary>
/// A ClamAV daemon, asked by its command <c>INSTREAM</c> (man clamd): the file goes over the connection in chunks, each after its length in four bytes, and
/// a length of zero ends it. Without an address nothing is scanned.
/// </summary>
internal sealed class ClamAv(IOptions<UploadOptions> options, ILogger<ClamAv> log) : IVirusScanner
{
    private const int Chunk = 64 * 1024;
    private const int LongestAnswer = 1024;
    private readonly EndPoint? _place = ClamAvAddress.Parse(options.Value.ClamAv.Address);

    public async Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        if (_place is null) return ScanVerdict.Clean;
        var answer = await AskAsync(_place, connection => SendAsync(connection, file, cancel), cancel);
        if (answer == "stream: OK") return ScanVerdict.Clean;
        if (answer?.EndsWith(" FOUND", StringComparison.Ordinal) is true)
        {
            log.LogWarning("The virus scanner found something in an upload: {Answer}", answer);
            return ScanVerdict.Infected;
        }

        if (answer is not null) log.LogError("The virus scanner at {Place} answered: {Answer}", ClamAvAddress.Name(_place), answer);
        return ScanVerdict.Unknown;
    }

    public async Task<bool> AnswersAsync(CancellationToken cancel) =>
        _place is null || await AskAsync(_place, connection => connection.WriteAsync("zPING\0"u8.ToArray(), cancel).AsTask(), cancel) == "PONG";

    private static async Task SendAsync(NetworkStream connection, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        await connection.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var length = new byte[sizeof(uint)];
        for (var at = 0; at < file.Length; at += Chunk)
        {
            var part = file.Slice(at, Math.Min(Chunk, file.Length - at));
            BinaryPrimitives.WriteUInt32BigEndian(length, (uint)part.Length);
            await connection.WriteAsync(length, cancel);
            await connection.WriteAsync(part, cancel);
        }

        await connection.WriteAsync(new byte[sizeof(uint)], cancel);
    }

    /// <summary>Connects, sends and reads the answer up to its zero byte; null when there is none in time.</summary>
    private async Task<string?> AskAsync(EndPoint place, Func<NetworkStream, Task> send, CancellationToken cancel)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(TimeSpan.FromSeconds(options.Value.ClamAv.TimeoutSeconds));
        try
        {
            using var socket = place is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(place, time.Token);
            await using var connection = new NetworkStream(socket);
            var sending = SendAllAsync(send, connection);
            // A daemon that has had enough answers before it has read everything.
            var answer = await ReadAsync(connection, time.Token);
            if (answer is null) log.LogError("The virus scanner at {Place} hung up", ClamAvAddress.Name(place));
            socket.Close();
            await sending;
            return answer;
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log.LogError(failure, "The virus scanner at {Place} does not answer", ClamAvAddress.Name(place));
            return null;
        }
    }

    private static async Task SendAllAsync(Func<NetworkStream, Task> send, NetworkStream connection)
    {
        try
        {
            await send(connection);
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // What the daemon said, or that it said nothing, is what counts.
        }
    }

    private static async Task<string?> ReadAsync(NetworkStream connection, CancellationToken cancel)
    {
        var (buffer, length) = (new byte[LongestAnswer], 0);
        while (length < buffer.Length)
        {
            var read = await connection.ReadAsync(buffer.AsMemory(length), cancel);
            if (read == 0) break;
            length += read;
            if (buffer.AsSpan(0, length).IndexOf((byte)0) is >= 0 and var end) return Encoding.UTF8.GetString(buffer, 0, end);
        }

        return null;
    }
}
