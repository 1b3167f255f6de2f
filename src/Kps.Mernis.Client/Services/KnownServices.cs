using Kps.Mernis.Services.Adres;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Services.ByAnalogy;
using Kps.Mernis.Services.Nko;
using Kps.Mernis.Services.Wsdl;

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

    /// <summary>The versions of BilesikKutukSorgulaKimlikNoServis that can be read, as they stand in the configuration.</summary>
    public static IReadOnlyList<string> BilesikVersions { get; } = ["2021-04-01", "2023-02-01", "2024-04-01"];

    /// <summary>The contract of a service named in the configuration.</summary>
    public static SorgulaContract? Named(string name) => All.FirstOrDefault(contract => contract.Service.ToString() == name);

    /// <summary>How each service is asked here; none for those that are not offered.</summary>
    /// <exception cref="InvalidDataException">A supplied WSDL cannot be used.</exception>
    public static IReadOnlyDictionary<MernisService, SorgulaWire> Offered(MernisOptions options, bool allowByAnalogy)
    {
        var offered = new Dictionary<MernisService, SorgulaWire>();
        foreach (var contract in All)
        {
            if (options.SuppliedWsdls.TryGetValue(contract.Service.ToString(), out var file))
            {
                offered[contract.Service] = SuppliedWsdl.Read(contract, file);
            }
            else if (!contract.IsByAnalogy || allowByAnalogy)
            {
                offered[contract.Service] = contract.Wire(Version(contract, options));
            }
        }

        return offered;
    }

    private static string Version(SorgulaContract contract, MernisOptions options) =>
        contract.Service == MernisService.BilesikKutukSorgulaKimlikNoServis ? options.BilesikVersion.Replace('-', '/') : contract.Version;
}
