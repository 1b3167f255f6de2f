using Nvi.Simulator.Population;
using Nvi.Simulator.Router.Adres;
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Router.ByAnalogy;
using Nvi.Simulator.Router.Nko;

namespace Nvi.Simulator.Router;

/// <summary>Every service the router has.</summary>
internal static class RouterServices
{
    /// <summary>The services over a population.</summary>
    public static IReadOnlyList<RouterService> All(NviPopulation population) =>
    [
        .. BilesikVersion.All.Select(version => new BilesikKutukService(population, version)),
        new AdresService(population),
        new NkoService(population),
        new KisiBilgileriService(population),
        new KayitYeriService(population),
        new IlService(),
        new IlceService(),
        new MahalleService(),
        new CsbmService(),
        new IstatistikService(population),
    ];
}
