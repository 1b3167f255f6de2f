using System.Text.Json;
using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.Ek.YabanciDogrula;

/// <summary>Criteria of YabanciDogrula.</summary>
/// <param name="Kriter">As sent.</param>
internal sealed record YabanciCriteria(YabanciKriter Kriter) : QueryCriteria
{
    private static readonly MemberShape[] Request = [MemberShape.Object("kriter")];

    private static readonly MemberShape[] Shape =
    [
        MemberShape.Required(nameof(YabanciKriter.Ad)),
        MemberShape.Optional(nameof(YabanciKriter.DogumAy)),
        MemberShape.Optional(nameof(YabanciKriter.DogumGun)),
        MemberShape.Required(nameof(YabanciKriter.DogumYil)),
        MemberShape.Required(nameof(YabanciKriter.KimlikNo)),
        MemberShape.Required(nameof(YabanciKriter.Soyad)),
    ];

    /// <inheritdoc />
    public override long? AskedNumber => Kriter.KimlikNo;

    /// <summary>The number as one that can be asked for.</summary>
    /// <exception cref="InvalidOperationException">CheckCriteria has not let it pass.</exception>
    public Tckn Person => Tckn.TryCreate(Kriter.KimlikNo, out var person) ? person : throw new InvalidOperationException("The number was not checked.");

    /// <summary>Binds <c>kriter</c>.</summary>
    /// <exception cref="ParseFaultException">A member is unknown, repeated, missing or of another type.</exception>
    public static YabanciCriteria Bind(BodyElement body)
    {
        var kriter = RequestMembers.Of(RequestMembers.Of(body, Request).Object("kriter")!, Shape);
        return new YabanciCriteria(new YabanciKriter
        {
            Ad = kriter.RequiredText(nameof(YabanciKriter.Ad)),
            DogumAy = kriter.Int32(nameof(YabanciKriter.DogumAy)),
            DogumGun = kriter.Int32(nameof(YabanciKriter.DogumGun)),
            DogumYil = kriter.RequiredInt32(nameof(YabanciKriter.DogumYil)),
            KimlikNo = kriter.RequiredInt64(nameof(YabanciKriter.KimlikNo)),
            Soyad = kriter.RequiredText(nameof(YabanciKriter.Soyad)),
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

        void WriteIfSent(string name, int? value)
        {
            if (value is { } number)
            {
                writer.WriteNumber(name, number);
            }
        }
    }
}
