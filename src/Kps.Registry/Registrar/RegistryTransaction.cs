using Kps.Registry.Journal;
using Kps.Registry.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Kps.Registry.Registrar;

/// <summary>A change on its way: undone unless it is committed, and not committed without its entry in the journal.</summary>
internal sealed class RegistryTransaction : IAsyncDisposable
{
    private readonly IRegistryJournal _journal;
    private readonly IDbContextTransaction _transaction;

    private RegistryTransaction(RegistryContext context, IDbContextTransaction transaction, IRegistryJournal journal)
    {
        Context = context;
        _transaction = transaction;
        _journal = journal;
    }

    public RegistryContext Context { get; }

    /// <summary>Begins; the context becomes this object's to dispose.</summary>
    public static async Task<RegistryTransaction> BeginAsync(RegistryContext context, IRegistryJournal journal, CancellationToken cancellationToken)
    {
        try
        {
            return new RegistryTransaction(context, await context.Database.BeginTransactionAsync(cancellationToken), journal);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes the entry and commits both.</summary>
    public async Task CommitAsync(RegistryChange change, CancellationToken cancellationToken)
    {
        await _journal.WriteAsync(
            change, (NpgsqlConnection)Context.Database.GetDbConnection(), (NpgsqlTransaction)_transaction.GetDbTransaction(), cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Context.DisposeAsync();
    }
}
