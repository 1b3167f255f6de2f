using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kps.Mernis;

/// <summary>Puts the way upstream into the container.</summary>
public static class MernisServiceCollectionExtensions
{
    /// <summary>Adds <see cref="MernisClient"/> as a singleton.</summary>
    /// <param name="services">The container.</param>
    /// <param name="section">Values of <see cref="MernisOptions"/>; unknown keys are refused.</param>
    /// <returns>The container.</returns>
    public static IServiceCollection AddMernisClient(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptionsWithValidateOnStart<MernisOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        services.AddSingleton(_ => new MernisClient());
        return services;
    }
}
