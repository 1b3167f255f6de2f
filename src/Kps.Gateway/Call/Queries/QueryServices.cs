using Kps.Gateway.Call.Queries.AdresBilgisi;
using Kps.Gateway.Call.Queries.AileBireyleri;
using Kps.Gateway.Call.Queries.BilesikKisi;
using Kps.Gateway.Call.Queries.BilesikKisiveAdres;
using Kps.Gateway.Call.Queries.Ek;
using Kps.Gateway.Call.Queries.NufusKayitOrnegi;
using Kps.Gateway.Call.Queries.TcKimlikNo;
using Kps.Gateway.Call.Queries.YetkiListesi;
using Kps.Mernis;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Queries;

/// <summary>Registers the queries.</summary>
internal static class QueryServices
{
    /// <summary>Adds every query, and the table of those that can be answered here.</summary>
    public static IServiceCollection AddQueries(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<QueryOptions>().Bind(configuration.GetSection("Queries"), binder => binder.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<QueryOptions>, QueryOptionsValidator>();
        services.AddSingleton<IQuery, BilesikKisiQuery>();
        services.AddSingleton<IQuery, BilesikKisiveAdresQuery>();
        services.AddSingleton<IQuery, AdresBilgisiQuery>();
        services.AddSingleton<IQuery, NufusKayitOrnegiQuery>();
        services.AddSingleton<IQuery, TcKimlikNoQuery>();
        services.AddSingleton<IQuery, AileBireyleriQuery>();
        services.AddSingleton<IQuery, YetkiListesiQuery>();
        services.AddEkQueries(provider => provider.GetRequiredService<IMernisOffers>().Offers);
        services.AddSingleton(provider =>
        {
            var nvi = provider.GetRequiredService<IMernisOffers>();
            return new QueryTable(provider.GetServices<IQuery>().Where(query => query.Services.All(nvi.Offers)));
        });
        return services;
    }
}
