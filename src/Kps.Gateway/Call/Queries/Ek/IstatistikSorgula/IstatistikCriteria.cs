using System.Globalization;
using System.Text.Json;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.Ek.IstatistikSorgula;

/// <summary>Criteria of IstatistikSorgula.</summary>
/// <param name="Kriter">As sent; of the two days without their time of day.</param>
internal sealed record IstatistikCriteria(IstatistikKriter Kriter) : QueryCriteria
{
    private static readonly MemberShape[] Request = [MemberShape.Object("kriter")];

    private static readonly MemberShape[] Shape =
    [
        MemberShape.Required(nameof(IstatistikKriter.BaslangicTarih)),
        MemberShape.Required(nameof(IstatistikKriter.BitisTarih)),
        MemberShape.Required(nameof(IstatistikKriter.IlKod)),
        MemberShape.Optional(nameof(IstatistikKriter.IlceKod)),
        MemberShape.Required(nameof(IstatistikKriter.Olay)),
    ];

    /// <summary>First day counted.</summary>
    public DateOnly Baslangic => DateOnly.FromDateTime(Kriter.BaslangicTarih);

    /// <summary>Last day counted.</summary>
    public DateOnly Bitis => DateOnly.FromDateTime(Kriter.BitisTarih);

    /// <summary>Binds <c>kriter</c>.</summary>
    /// <exception cref="ParseFaultException">A member is unknown, repeated, missing or of another type.</exception>
    public static IstatistikCriteria Bind(BodyElement body)
    {
        var kriter = RequestMembers.Of(RequestMembers.Of(body, Request).Object("kriter")!, Shape);
        return new IstatistikCriteria(new IstatistikKriter
        {
            BaslangicTarih = kriter.RequiredDay(nameof(IstatistikKriter.BaslangicTarih)).ToDateTime(TimeOnly.MinValue),
            BitisTarih = kriter.RequiredDay(nameof(IstatistikKriter.BitisTarih)).ToDateTime(TimeOnly.MinValue),
            IlKod = kriter.RequiredInt32(nameof(IstatistikKriter.IlKod)),
            IlceKod = kriter.Int32(nameof(IstatistikKriter.IlceKod)),
            Olay = kriter.RequiredEnum<IstatistikOlay>(nameof(IstatistikKriter.Olay)),
        });
    }

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("baslangicTarih"u8, Baslangic.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("bitisTarih"u8, Bitis.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteNumber("ilKod"u8, Kriter.IlKod);
        if (Kriter.IlceKod is { } ilceKod)
        {
            writer.WriteNumber("ilceKod"u8, ilceKod);
        }

        writer.WriteString("olay"u8, Kriter.Olay.ToString());
    }
}
