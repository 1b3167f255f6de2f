using Nvi.Simulator.Control;

namespace Nvi.Simulator.Hosting;

/// <summary>Connection feature that says through which listener a request came.</summary>
/// <param name="Endpoint">The door, <see cref="NviEndpoint.None"/> for the control listener.</param>
internal sealed record Door(NviEndpoint Endpoint);
