using System.Globalization;
using System.Text.Json;
using Kps.Contracts.TcKimlikNoSorgula;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.TcKimlikNo;

/// <summary>Criteria of TcKimlikNoSorgula: a person described, as <c>KisiSorgulaKisiBilgileriCO</c> (wire contracts a.8).</summary>
internal sealed record KisiBilgileriCriteria : QueryCriteria
{
    private static readonly MemberShape[] Request = [MemberShape.Object("kriter")];

    private static readonly MemberShape[] Kriter =
    [
        MemberShape.Optional("Adi"),
        MemberShape.Optional("AnneAdi"),
        MemberShape.Optional("BabaAdi"),
        MemberShape.Optional("Cinsiyet"),
        MemberShape.Optional("DogumTarihi"),
        MemberShape.Optional("DogumYeri"),
        MemberShape.Optional("Soyadi"),
    ];

    public string? Adi { get; init; }

    public string? AnneAdi { get; init; }

    public string? BabaAdi { get; init; }

    /// <summary>BILINMEYEN, which is what most proxies send when nobody chose, asks for nothing.</summary>
    public ECinsiyet Cinsiyet { get; init; }

    public DateOnly? DogumTarihi { get; init; }

    public string? DogumYeri { get; init; }

    public string? Soyadi { get; init; }

    /// <summary>Binds <c>kriter</c>.</summary>
    /// <exception cref="ParseFaultException">A member is unknown, repeated or of another type.</exception>
    public static KisiBilgileriCriteria Bind(BodyElement body)
    {
        var kriter = RequestMembers.Of(RequestMembers.Of(body, Request).Object("kriter")!, Kriter);
        return new KisiBilgileriCriteria
        {
            Adi = kriter.Text("Adi"),
            AnneAdi = kriter.Text("AnneAdi"),
            BabaAdi = kriter.Text("BabaAdi"),
            Cinsiyet = kriter.Enum<ECinsiyet>("Cinsiyet") ?? ECinsiyet.BILINMEYEN,
            DogumTarihi = kriter.Day("DogumTarihi"),
            DogumYeri = kriter.Text("DogumYeri"),
            Soyadi = kriter.Text("Soyadi"),
        };
    }

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer)
    {
        Write("adi", Adi);
        Write("soyadi", Soyadi);
        Write("anneAdi", AnneAdi);
        Write("babaAdi", BabaAdi);
        Write("dogumTarihi", DogumTarihi?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Write("dogumYeri", DogumYeri);
        Write("cinsiyet", Cinsiyet == ECinsiyet.BILINMEYEN ? null : Cinsiyet.ToString());

        void Write(string name, string? value)
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }
    }
}
