using System.Security;
using System.Text;
using Kps.Contracts;
using Kps.Mernis.Soap;
using Kps.Mernis.Sts;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services;

/// <summary>One service in one version: everything of its messages that is the same for every query, built once.</summary>
internal sealed class ServiceDoor
{
    private readonly SignedEnvelope _envelope;
    private readonly byte[] _open;
    private readonly byte[] _close;

    public ServiceDoor(SorgulaContract contract, SorgulaWire wire, Uri router, TimeProvider time)
    {
        _envelope = new SignedEnvelope(router, wire.Action, time);
        (_open, _close) = Body(contract, wire);
    }

    /// <summary>Writes everything up to the criterion's members.</summary>
    /// <returns>A buffer the caller appends the members and <see cref="End"/> to.</returns>
    public RequestBuffer Begin(SecurityToken token, Tckn? sorgulayan)
    {
        var message = _envelope.Begin(token, sorgulayan);
        message.Write(_open);
        return message;
    }

    /// <summary>Closes the message.</summary>
    public void End(RequestBuffer message)
    {
        message.Write(_close);
        SignedEnvelope.End(message);
    }

    private static (byte[] Open, byte[] Close) Body(SorgulaContract contract, SorgulaWire wire)
    {
        if (contract.Criterion is not { } criterion)
        {
            return Utf8(Start("Sorgula", wire.Operation), "</Sorgula>");
        }

        if (wire.List == wire.Operation && wire.Criterion == wire.Operation && wire.Members == wire.Operation)
        {
            return Utf8(Start("Sorgula", wire.Operation) + $"<kriterListesi><{criterion}>", $"</{criterion}></kriterListesi></Sorgula>");
        }

        var list = Start("Sorgula", wire.Operation) + Start("kriterListesi", wire.List);
        var (start, end) = wire.Criterion == wire.Members
            ? (Start(criterion, wire.Members), $"</{criterion}>")
            : ($"<c:{criterion} xmlns:c=\"{Escape(wire.Criterion)}\" xmlns=\"{Escape(wire.Members)}\">", $"</c:{criterion}>");
        return Utf8(list + start, end + "</kriterListesi></Sorgula>");
    }

    private static string Start(string name, string ns) => $"<{name} xmlns=\"{Escape(ns)}\">";

    private static string Escape(string ns) => SecurityElement.Escape(ns);

    private static (byte[] Open, byte[] Close) Utf8(string open, string close) => (Encoding.UTF8.GetBytes(open), Encoding.UTF8.GetBytes(close));
}
