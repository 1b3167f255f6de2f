using Npgsql;

namespace Kps.Registry.Journal;

/// <summary>
/// Where every change of the registry is written down, in the transaction of the change: neither is there without the other. Who acts is the
/// implementation's to say; it is made for a person or a node.
/// </summary>
public interface IRegistryJournal
{
    /// <summary>Writes a change.</summary>
    /// <param name="change">What was done.</param>
    /// <param name="connection">The connection of the change.</param>
    /// <param name="transaction">Its transaction; committed by the caller.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Exception">It is not written. The caller lets the transaction go, so the change has not happened.</exception>
    Task WriteAsync(RegistryChange change, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken);
}
