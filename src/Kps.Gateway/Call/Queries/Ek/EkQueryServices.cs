using Kps.Gateway.Call.Queries.Ek.CsbmListesi;
using Kps.Gateway.Call.Queries.Ek.CuzdanBilgisiSorgula;
using Kps.Gateway.Call.Queries.Ek.IlceListesi;
using Kps.Gateway.Call.Queries.Ek.IlListesi;
using Kps.Gateway.Call.Queries.Ek.IstatistikSorgula;
using Kps.Gateway.Call.Queries.Ek.KayitYeriIleKimlikSorgula;
using Kps.Gateway.Call.Queries.Ek.KisiVeCuzdanDogrula;
using Kps.Gateway.Call.Queries.Ek.MahalleListesi;
using Kps.Gateway.Call.Queries.Ek.NufusKayitOrnegiSorgula;
using Kps.Gateway.Call.Queries.Ek.NufusOlaySorgula;
using Kps.Gateway.Call.Queries.Ek.YabanciDogrula;
using Kps.Mernis;

namespace Kps.Gateway.Call.Queries.Ek;

/// <summary>Registers the queries of IKpsEkServisler.</summary>
internal static class EkQueryServices
{
    /// <summary>Adds all eleven.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="isOffered">Which services of NVİ may be asked here: one query has a form that takes another service than the rest of it.</param>
    public static IServiceCollection AddEkQueries(this IServiceCollection services, Func<IServiceProvider, Func<MernisService, bool>> isOffered)
    {
        services.AddSingleton<IQuery, KayitYeriIleKimlikQuery>();
        services.AddSingleton<IQuery>(provider => new NufusKayitOrnegiQuery(isOffered(provider)));
        services.AddSingleton<IQuery, CuzdanBilgisiQuery>();
        services.AddSingleton<IQuery, NufusOlayQuery>();
        services.AddSingleton<IQuery, IlListesiQuery>();
        services.AddSingleton<IQuery, IlceListesiQuery>();
        services.AddSingleton<IQuery, MahalleListesiQuery>();
        services.AddSingleton<IQuery, CsbmListesiQuery>();
        services.AddSingleton<IQuery, IstatistikQuery>();
        services.AddSingleton<IQuery, KisiVeCuzdanDogrulaQuery>();
        services.AddSingleton<IQuery, YabanciDogrulaQuery>();
        return services;
    }
}
