using Kps.Gateway.Call.Queries.BilesikKisi;
using Kps.Mernis;

namespace Kps.Gateway.Call.Queries;

/// <summary>Registers the queries.</summary>
internal static class QueryServices
{
    /// <summary>Adds every query, and the table of those that can be answered here.</summary>
    public static IServiceCollection AddQueries(this IServiceCollection services)
    {
        services.AddSingleton<IQuery, BilesikKisiQuery>();
        services.AddSingleton(provider =>
        {
            var mernis = provider.GetRequiredService<MernisClient>();
            return new QueryTable(provider.GetServices<IQuery>().Where(query => query.Services.All(mernis.Offers)));
        });
        return services;
    }
}
