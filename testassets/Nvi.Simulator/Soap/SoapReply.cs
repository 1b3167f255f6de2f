namespace Nvi.Simulator.Soap;

/// <summary>What a door answers before any injected fault has its way with it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The octets; empty for a bare status.</param>
internal sealed record SoapReply(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The content type of every SOAP answer.</summary>
    public const string ContentType = "application/soap+xml; charset=utf-8";

    /// <summary>What IIS answers to something that is no envelope (wire contracts (f): "XML re-formatted/invalid").</summary>
    public static SoapReply BadRequest { get; } = new(400, default);
}
