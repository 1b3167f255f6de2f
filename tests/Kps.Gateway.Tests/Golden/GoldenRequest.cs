using Kps.Audit;
using Kps.Gateway.Call.Callers;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Golden;

/// <summary>What is sent into the golden house, and how the house stands when it comes.</summary>
internal sealed record GoldenRequest
{
    public AuditDoor Door { get; init; } = AuditDoor.Router;

    public required byte[] Body { get; init; }

    /// <summary>Sent as they are; a credential after <c>Basic </c> in clear is encoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Where the call comes from; <c>none</c> for an exchange without an address.</summary>
    public string Address { get; init; } = Registered.InsideAddress;

    /// <summary>A file of tests/golden/nvi without its ending, an HTTP status, or <c>lost</c>; divided by commas where a call asks NVİ more than once.</summary>
    public string Nvi { get; init; } = "citizen";

    /// <summary>The log refuses every row.</summary>
    public bool IsLogAway { get; init; }

    /// <summary>The operator has supplied no WSDL for the services known by analogy alone.</summary>
    public bool IsAnalogyOff { get; init; }

    /// <summary>No key signs.</summary>
    public bool AreKeysAway { get; init; }

    /// <summary>How strictly the caller headers are taken.</summary>
    public CallerOptions Callers { get; init; } = new();
}
