using Kps.Registry.Journal;
using Npgsql;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>Takes every change and says nothing of it.</summary>
internal sealed class SilentJournal : IRegistryJournal
{
    public Task WriteAsync(RegistryChange change, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;
}
