using Kps.Registry.Journal;
using Npgsql;

namespace Kps.Registry.Tests;

/// <summary>Keeps what it is told; can fail, as a log does whose database refuses.</summary>
internal sealed class KeptJournal : IRegistryJournal
{
    public List<RegistryChange> Changes { get; } = [];

    public Exception? Failure { get; set; }

    public Task WriteAsync(RegistryChange change, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            throw failure;
        }

        Assert.That(transaction.Connection, Is.SameAs(connection), "The entry belongs to the transaction of the change.");
        Changes.Add(change);
        return Task.CompletedTask;
    }
}
