using Kps.Registry.Journal;
using Npgsql;

namespace Kps.EndToEnd.Tests.Harness;

/// <summary>The suite's own changes of the registry are nobody's acts: they leave the log to the calls.</summary>
internal sealed class UnwrittenJournal : IRegistryJournal
{
    public Task WriteAsync(RegistryChange change, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;
}
