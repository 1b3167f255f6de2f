using System.Text.Json;
using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.Ek.KisiVeCuzdanDogrula;

/// <summary>Criteria of KisiVeCuzdanDogrula.</summary>
/// <param name="Kriter">As sent.</param>
internal sealed record KisiVeCuzdanCriteria(KisiVeCuzdanKriter Kriter) : QueryCriteria
{
    private static readonly MemberShape[] Request = [MemberShape.Object("kriter")];

    private static readonly MemberShape[] Shape =
    [
        MemberShape.Required(nameof(KisiVeCuzdanKriter.Ad)),
        MemberShape.Optional(nameof(KisiVeCuzdanKriter.CuzdanNo)),
        MemberShape.Optional(nameof(KisiVeCuzdanKriter.CuzdanSeri)),
        MemberShape.Optional(nameof(KisiVeCuzdanKriter.DogumAy)),
        MemberShape.Optional(nameof(KisiVeCuzdanKriter.DogumGun)),
        MemberShape.Required(nameof(KisiVeCuzdanKriter.DogumYil)),
        MemberShape.Required(nameof(KisiVeCuzdanKriter.KimlikNo)),
        MemberShape.Required(nameof(KisiVeCuzdanKriter.Soyad)),
        MemberShape.Optional(nameof(KisiVeCuzdanKriter.TCKKSeriNo)),
    ];

    /// <inheritdoc />
    public override long? AskedNumber => Kriter.KimlikNo;

    /// <summary>The number as one that can be asked for.</summary>
    /// <exception cref="InvalidOperationException">CheckCriteria has not let it pass.</exception>
    public Tckn Person => Tckn.TryCreate(Kriter.KimlikNo, out var person) ? person : throw new InvalidOperationException("The number was not checked.");

    /// <summary>Binds <c>kriter</c>.</summary>
    /// <exception cref="ParseFaultException">A member is unknown, repeated, missing or of another type.</exception>
    public static KisiVeCuzdanCriteria Bind(BodyElement body)
    {
        var kriter = RequestMembers.Of(RequestMembers.Of(body, Request).Object("kriter")!, Shape);
        return new KisiVeCuzdanCriteria(new KisiVeCuzdanKriter
        {
            Ad = kriter.RequiredText(nameof(KisiVeCuzdanKriter.Ad)),
            CuzdanNo = kriter.Int32(nameof(KisiVeCuzdanKriter.CuzdanNo)),
            CuzdanSeri = kriter.Text(nameof(KisiVeCuzdanKriter.CuzdanSeri)),
            DogumAy = kriter.Int32(nameof(KisiVeCuzdanKriter.DogumAy)),
            DogumGun = kriter.Int32(nameof(KisiVeCuzdanKriter.DogumGun)),
            DogumYil = kriter.RequiredInt32(nameof(KisiVeCuzdanKriter.DogumYil)),
            KimlikNo = kriter.RequiredInt64(nameof(KisiVeCuzdanKriter.KimlikNo)),
            Soyad = kriter.RequiredText(nameof(KisiVeCuzdanKriter.Soyad)),
            TCKKSeriNo = kriter.Text(nameof(KisiVeCuzdanKriter.TCKKSeriNo)),
        });
    }

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteNumber("kimlikNo"u8, Kriter.KimlikNo);
        writer.WriteString("ad"u8, Kriter.Ad);
        writer.WriteString("soyad"u8, Kriter.Soyad);
        WriteIfSent("dogumGun", Kriter.DogumGun);
        WriteIfSent("dogumAy", Kriter.DogumAy);
        WriteIfSent("dogumYil", Kriter.DogumYil);
        if (Kriter.CuzdanSeri is { } seri)
        {
            writer.WriteString("cuzdanSeri"u8, seri);
        }

        WriteIfSent("cuzdanNo", Kriter.CuzdanNo);
        if (Kriter.TCKKSeriNo is { } seriNo)
        {
            writer.WriteString("tckkSeriNo"u8, seriNo);
        }

        void WriteIfSent(string name, int? value)
        {
            if (value is { } number)
            {
                writer.WriteNumber(name, number);
            }
        }
    }
}
