using Microsoft.EntityFrameworkCore.Storage;

namespace Participation.Web.Data;

/// <summary>A transaction with its place in the writers' queue. Disposing without commit rolls back.</summary>
public sealed class WriteTransaction(IDbContextTransaction transaction, IDisposable? turn, Func<CancellationToken, Task> seal, Action<WriteTransaction> end) : IAsyncDisposable
{
    /// <summary>Chains what the audit log learned, makes everything saved so far durable and lets the next writer in.</summary>
    public async Task CommitAsync(CancellationToken cancel)
    {
        await seal(cancel);
        await transaction.CommitAsync(cancel);
        end(this);
        turn?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        end(this);
        turn?.Dispose();
    }
}
