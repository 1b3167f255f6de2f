namespace Kps.Mernis;

/// <summary>State of the circuit breaker in front of the router; the numbers are those of the metric <c>kps.mernis.breaker.state</c>.</summary>
public enum MernisCircuit
{
    /// <summary>Queries go out.</summary>
    Closed = 0,

    /// <summary>One query is out to see whether the router is back; the others get <see cref="UpstreamFault.CircuitOpen"/>.</summary>
    HalfOpen = 1,

    /// <summary>Every query gets <see cref="UpstreamFault.CircuitOpen"/> at once.</summary>
    Open = 2,
}
