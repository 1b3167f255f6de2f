using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kps.Mernis;

/// <summary>Puts the way upstream into the container.</summary>
public static class MernisServiceCollectionExtensions
{
    /// <summary>Adds <see cref="MernisClient"/> and <see cref="IMernisState"/> as singletons. The host refuses to start on options that cannot work and names every error.</summary>
    /// <param name="services">The container.</param>
    /// <param name="section">Values of <see cref="MernisOptions"/>; unknown keys are refused.</param>
    /// <param name="allowByAnalogy">
    /// Offers the services formed by analogy without a supplied WSDL. The host says so, in Development alone; it is no key of the configuration, so that
    /// no operator can ask NVİ by names we made up.
    /// </param>
    /// <returns>The container.</returns>
    public static IServiceCollection AddMernisClient(this IServiceCollection services, IConfigurationSection section, bool allowByAnalogy = false)
    {
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MernisOptions>, MernisOptionsValidator>());
        services.AddOptionsWithValidateOnStart<MernisOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        services.TryAddSingleton<MernisMetrics>();
        services.TryAddSingleton<IMernisState>(provider => provider.GetRequiredService<MernisMetrics>());
        services.TryAddSingleton(provider => new MernisClient(
            provider.GetRequiredService<IOptions<MernisOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<MernisMetrics>(),
            provider.GetRequiredService<ILogger<MernisClient>>(),
            allowByAnalogy));
        services.TryAddSingleton<IMernisOffers>(provider => provider.GetRequiredService<MernisClient>());
        return services;
    }
}
