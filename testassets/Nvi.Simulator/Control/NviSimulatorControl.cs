using Nvi.Simulator.Hosting;
using Nvi.Simulator.Population;
using Nvi.Simulator.Sts;

namespace Nvi.Simulator.Control;

/// <summary>What can be done to a running simulator, by its own process or over HTTP.</summary>
internal sealed class NviSimulatorControl(FaultDesk faults, CallBook book, TokenStore tokens, ConnectionGate gate, NviPopulation population)
{
    /// <summary>The people.</summary>
    public NviPopulation Population { get; } = population;

    /// <summary>A snapshot of what was seen.</summary>
    public NviStatistics Statistics => book.Read();

    /// <summary>Arms a fault.</summary>
    /// <exception cref="ArgumentException">The fault makes no sense, or too many are armed.</exception>
    public void Inject(NviFault fault)
    {
        faults.Arm(fault);
        if (fault.Kind == NviFaultKind.CloseAfterAccept)
            gate.CloseAll(fault.Endpoint);
    }

    /// <summary>Disarms everything.</summary>
    public void ClearFaults() => faults.Clear();

    /// <summary>Ends every token in circulation.</summary>
    public int RevokeTokens() => tokens.RevokeAll();

    /// <summary>Clears faults and statistics.</summary>
    public void Reset()
    {
        faults.Clear();
        book.Reset();
    }
}
