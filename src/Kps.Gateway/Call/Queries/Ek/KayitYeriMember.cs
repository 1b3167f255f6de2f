using System.Text.Json;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis.Services.ByAnalogy;

namespace Kps.Gateway.Call.Queries.Ek;

/// <summary>A place of entry in a request: district, volume, family and person, which together are one citizen.</summary>
internal static class KayitYeriMember
{
    private static readonly MemberShape[] Shape =
    [
        MemberShape.Required(nameof(KayitYeri.AileSiraNo)),
        MemberShape.Required(nameof(KayitYeri.BireySiraNo)),
        MemberShape.Required(nameof(KayitYeri.CiltKod)),
        MemberShape.Required(nameof(KayitYeri.IlceKod)),
    ];

    /// <summary>Reads the object.</summary>
    /// <exception cref="ParseFaultException">A member is unknown, repeated, missing or no number.</exception>
    public static KayitYeri Read(BodyElement element)
    {
        var members = RequestMembers.Of(element, Shape);
        return new KayitYeri
        {
            AileSiraNo = members.RequiredInt32(nameof(KayitYeri.AileSiraNo)),
            BireySiraNo = members.RequiredInt32(nameof(KayitYeri.BireySiraNo)),
            CiltKod = members.RequiredInt32(nameof(KayitYeri.CiltKod)),
            IlceKod = members.RequiredInt32(nameof(KayitYeri.IlceKod)),
        };
    }

    /// <summary>All four begin at 1 in the register; a zero is a field somebody left empty.</summary>
    /// <returns>The fault that names the first that cannot be, or null.</returns>
    public static CallFault? Check(KayitYeri kayitYeri) =>
        Positive(kayitYeri.IlceKod, nameof(kayitYeri.IlceKod))
        ?? Positive(kayitYeri.CiltKod, nameof(kayitYeri.CiltKod))
        ?? Positive(kayitYeri.AileSiraNo, nameof(kayitYeri.AileSiraNo))
        ?? Positive(kayitYeri.BireySiraNo, nameof(kayitYeri.BireySiraNo));

    /// <summary>As NVİ is asked for it.</summary>
    public static KayitYeriKriteri ToNvi(KayitYeri kayitYeri) => new()
    {
        AileSiraNo = kayitYeri.AileSiraNo,
        BireySiraNo = kayitYeri.BireySiraNo,
        CiltKod = kayitYeri.CiltKod,
        IlceKod = kayitYeri.IlceKod,
    };

    /// <summary>Writes the object as it was sent.</summary>
    public static void WriteTo(Utf8JsonWriter writer, KayitYeri kayitYeri)
    {
        writer.WriteStartObject("kayitYeri"u8);
        writer.WriteNumber("aileSiraNo"u8, kayitYeri.AileSiraNo);
        writer.WriteNumber("bireySiraNo"u8, kayitYeri.BireySiraNo);
        writer.WriteNumber("ciltKod"u8, kayitYeri.CiltKod);
        writer.WriteNumber("ilceKod"u8, kayitYeri.IlceKod);
        writer.WriteEndObject();
    }

    private static CallFault? Positive(int value, string member) => value < 1 ? new CallFault(FaultCode.InvalidCriterion, member) : null;
}
