using System.Text.Json;
using Kps.Contracts;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.AileBireyleri;

/// <summary>Criteria of AileBireyleriSorgula (wire contracts a.4).</summary>
/// <param name="TCKimlikNo">As sent.</param>
/// <param name="Tip">Own family, or parents and siblings too.</param>
internal sealed record AileBireyleriCriteria(long TCKimlikNo, EAileSorguTipi Tip) : QueryCriteria
{
    private static readonly MemberShape[] Request = [MemberShape.Object("kriter")];
    private static readonly MemberShape[] Kriter = [MemberShape.Required("TCKimlikNo"), MemberShape.Required("Tip")];

    /// <inheritdoc />
    public override long? AskedNumber => TCKimlikNo;

    /// <summary>The number as one that can be asked for.</summary>
    /// <exception cref="InvalidOperationException">CheckCriteria has not let it pass.</exception>
    public Tckn Person => Tckn.TryCreate(TCKimlikNo, out var person) ? person : throw new InvalidOperationException("The number was not checked.");

    /// <summary>Binds <c>kriter</c>.</summary>
    /// <exception cref="ParseFaultException">A member is unknown, repeated, missing or of another type.</exception>
    public static AileBireyleriCriteria Bind(BodyElement body)
    {
        var kriter = RequestMembers.Of(RequestMembers.Of(body, Request).Object("kriter")!, Kriter);
        return new AileBireyleriCriteria(kriter.RequiredInt64("TCKimlikNo"), kriter.Enum<EAileSorguTipi>("Tip")!.Value);
    }

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteNumber("kimlikNo"u8, TCKimlikNo);
        writer.WriteString("tip"u8, Tip.ToString());
    }
}
