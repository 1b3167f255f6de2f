using Nvi.Simulator.Control;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router;

/// <summary>The router: verifies the message, then lets wsa:Action choose service, version and operation. wsa:To is not compared.</summary>
internal sealed class RouterDoor(SecurityVerifier verifier, IEnumerable<RouterService> services, CallBook book, TimeProvider time)
{
    private readonly Dictionary<string, RouterService> _services = services.ToDictionary(service => service.Action, StringComparer.Ordinal);

    /// <summary>Answers one request.</summary>
    /// <param name="content">The octets of the request.</param>
    public SoapReply Answer(byte[] content)
    {
        if (SoapRequest.Open(content) is not { } soap)
            return SoapReply.BadRequest;
        book.Saw(soap.Action, soap.Sorgulayan);
        if (verifier.Verify(soap.Security) is { } fault)
            return SoapWriter.Fault(fault, soap.MessageId);
        var now = time.GetUtcNow();
        if (soap.HasUnknownMandatoryHeader)
            return SoapWriter.Fault(SoapFault.NotUnderstood, soap.MessageId, now);
        if (!_services.TryGetValue(soap.Action, out var service))
            return SoapWriter.Fault(SoapFault.ActionNotSupported, soap.MessageId, now);
        return service.TryRead(soap.Body, out var criteria)
            ? SoapWriter.Answer(service.ResponseAction, soap.MessageId, now, writer => service.Write(writer, criteria))
            : SoapWriter.Fault(SoapFault.NotDeserializable, soap.MessageId, now);
    }
}
