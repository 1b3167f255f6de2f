using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>NufusIstatistikServis 2021/04/01, by analogy: no public WSDL; a supplied one is checked against these names and takes their place.</summary>
internal sealed class IstatistikService() : SorgulaService<Istatistik>(new()
{
    Service = MernisService.NufusIstatistikServis,
    Version = "2021/04/01",
    IsByAnalogy = true,
    Criterion = "IstatistikSorguKriteri",
    Members =
    [
        new("BaslangicTarih", "dateTime"), new("BitisTarih", "dateTime"), new("IlKod", "int"), new("IlceKod", "int") { IsOptional = true }, new("OlayTip", "int"),
    ],
    Item = nameof(Istatistik),
    ItemType = typeof(Istatistik),
})
{
    public static readonly IstatistikService Instance = new();

    /// <summary>Refuses a kind of event that has no number.</summary>
    public static IstatistikKriteri Checked(IstatistikKriteri kriter)
    {
        ArgumentNullException.ThrowIfNull(kriter);
        return Enum.IsDefined(kriter.OlayTip) ? kriter : throw new ArgumentOutOfRangeException(nameof(kriter));
    }

    public override void WriteCriterion(RequestBuffer message, in MernisQuery<Istatistik> query)
    {
        var kriter = (IstatistikKriteri)query.Criteria!;
        message.WriteMember("BaslangicTarih"u8, kriter.BaslangicTarih);
        message.WriteMember("BitisTarih"u8, kriter.BitisTarih);
        message.WriteMember("IlKod"u8, kriter.IlKod);
        message.WriteMember("IlceKod"u8, kriter.IlceKod);
        message.WriteMember("OlayTip"u8, (int)kriter.OlayTip);
    }

    public override (Istatistik? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, in MernisQuery<Istatistik> query) =>
        SorgulaAnswer.Read<Istatistik>(document, nameof(Istatistik));
}
