using Microsoft.EntityFrameworkCore.Storage;

namespace Participation.Web.Data;

/// <summary>A transaction with its place in the writers' queue. Disposing without commit rolls back.</summary>
public sealed class WriteTransaction(IDbContextTransaction transaction, IDisposable? turn) : IAsyncDisposable
{
    /// <summary>Makes everything saved so far durable and lets the next writer in.</summary>
    public async Task CommitAsync(CancellationToken cancel)
    {
        await transaction.CommitAsync(cancel);
        turn?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn?.Dispose();
    }
}
