using System.Text.Json;
using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.Ek.NufusKayitOrnegiSorgula;

/// <summary>Criteria of NufusKayitOrnegiSorgula.</summary>
/// <param name="Kriter">As sent.</param>
internal sealed record NufusKayitOrnegiCriteria(NufusKayitOrnegiKriter Kriter) : QueryCriteria
{
    private static readonly MemberShape[] Request = [MemberShape.Object("kriter")];

    private static readonly MemberShape[] Shape =
    [
        MemberShape.Optional(nameof(NufusKayitOrnegiKriter.EskiEsListele)),
        MemberShape.OptionalObject(nameof(NufusKayitOrnegiKriter.KayitYeri)),
        MemberShape.Optional(nameof(NufusKayitOrnegiKriter.KimlikNo)),
        MemberShape.Required(nameof(NufusKayitOrnegiKriter.Olayli)),
        MemberShape.Required(nameof(NufusKayitOrnegiKriter.Tip)),
    ];

    /// <inheritdoc />
    public override long? AskedNumber => Kriter.KimlikNo;

    /// <summary>The number as one that can be asked for.</summary>
    /// <exception cref="InvalidOperationException">CheckCriteria has not let it pass.</exception>
    public Tckn Person => Tckn.TryCreate(Kriter.KimlikNo ?? 0, out var person) ? person : throw new InvalidOperationException("The number was not checked.");

    /// <summary>Binds <c>kriter</c>.</summary>
    /// <exception cref="ParseFaultException">A member is unknown, repeated, missing or of another type.</exception>
    public static NufusKayitOrnegiCriteria Bind(BodyElement body)
    {
        var kriter = RequestMembers.Of(RequestMembers.Of(body, Request).Object("kriter")!, Shape);
        return new NufusKayitOrnegiCriteria(new NufusKayitOrnegiKriter
        {
            EskiEsListele = kriter.Boolean(nameof(NufusKayitOrnegiKriter.EskiEsListele)),
            KayitYeri = kriter.Object(nameof(NufusKayitOrnegiKriter.KayitYeri)) is { } yer ? KayitYeriMember.Read(yer) : null,
            KimlikNo = kriter.Int64(nameof(NufusKayitOrnegiKriter.KimlikNo)),
            Olayli = kriter.RequiredBoolean(nameof(NufusKayitOrnegiKriter.Olayli)),
            Tip = kriter.RequiredEnum<NkoTip>(nameof(NufusKayitOrnegiKriter.Tip)),
        });
    }

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer)
    {
        if (Kriter.EskiEsListele is { } eskiEsListele)
        {
            writer.WriteBoolean("eskiEsListele"u8, eskiEsListele);
        }

        if (Kriter.KayitYeri is { } kayitYeri)
        {
            KayitYeriMember.WriteTo(writer, kayitYeri);
        }

        if (Kriter.KimlikNo is { } kimlikNo)
        {
            writer.WriteNumber("kimlikNo"u8, kimlikNo);
        }

        writer.WriteBoolean("olayli"u8, Kriter.Olayli);
        writer.WriteString("tip"u8, Kriter.Tip.ToString());
    }
}
