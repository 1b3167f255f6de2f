using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Nvi.Simulator.Control;

namespace Nvi.Simulator.Hosting;

/// <summary>Sits before TLS on each listener: marks connections with their door and closes those an armed fault asks for.</summary>
internal sealed class ConnectionGate(FaultDesk faults, CallBook book)
{
    private readonly ConcurrentDictionary<string, (NviEndpoint Door, ConnectionContext Connection)> _open = new(StringComparer.Ordinal);

    /// <summary>The connection middleware of one door.</summary>
    public Func<ConnectionDelegate, ConnectionDelegate> For(NviEndpoint door) => next => async connection =>
    {
        if (faults.TakeForConnection(door) is not null)
        {
            book.FaultPlayed();
            return;
        }

        connection.Features.Set(new Door(door));
        _open[connection.ConnectionId] = (door, connection);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            _open.TryRemove(connection.ConnectionId, out _);
        }
    };

    /// <summary>Ends the open connections of a door, so that the next call must connect anew.</summary>
    public void CloseAll(NviEndpoint door)
    {
        foreach (var (_, (at, connection)) in _open)
        {
            if (at == door)
                connection.Abort(new ConnectionAbortedException("A closing fault was armed."));
        }
    }
}
