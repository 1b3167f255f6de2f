using Kps.Mernis.Services.Adres;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Services.ByAnalogy;
using Kps.Mernis.Services.Nko;

namespace Kps.Mernis.Services;

/// <summary>The contracts of all services, and which of them may be called here.</summary>
internal static class KnownServices
{
    /// <summary>One for each <see cref="MernisService"/>, in its order.</summary>
    public static IReadOnlyList<SorgulaContract> All { get; } =
    [
        BilesikKutukService.Instance.Contract,
        AdresService.Instance.Contract,
        NkoService.Instance.Contract,
        KisiBilgileriService.Instance.Contract,
        KayitYeriService.Instance.Contract,
        TumIlService.Instance.Contract,
        IleBagliIlceService.Instance.Contract,
        IlceyeBagliMahalleService.Instance.Contract,
        MahalleyeBagliCsbmService.Instance.Contract,
        IstatistikService.Instance.Contract,
    ];

    /// <summary>How each service is asked here; none for those that are not offered.</summary>
    public static IReadOnlyDictionary<MernisService, SorgulaWire> Offered(MernisOptions options, bool allowByAnalogy)
    {
        var offered = new Dictionary<MernisService, SorgulaWire>();
        foreach (var contract in All)
        {
            if (!contract.IsByAnalogy || allowByAnalogy)
            {
                offered[contract.Service] = contract.Wire(Version(contract, options));
            }
        }

        return offered;
    }

    private static string Version(SorgulaContract contract, MernisOptions options) =>
        contract.Service == MernisService.BilesikKutukSorgulaKimlikNoServis ? options.BilesikVersion.Replace('-', '/') : contract.Version;
}
