using Kps.Registry.Journal;
using Kps.Registry.Live;
using Kps.Registry.Passwords;
using Kps.Registry.Registrar;
using Kps.Registry.Storage;
using Kps.Registry.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kps.Registry;

/// <summary>Registration of the registry, in its two roles.</summary>
public static class RegistryServiceCollectionExtensions
{
    /// <summary>
    /// The gateway's side: <see cref="IRegistry"/>, <see cref="IPasswordFailures"/>, <see cref="TokenKeyStore"/> and the hosted service that follows the database.
    /// The host waits five seconds at most for the first load; ask <see cref="IRegistry.IsLoaded"/>. The host brings an <see cref="IRegistryJournal"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">Section with the members of <see cref="RegistryOptions"/>; checked at start, all errors at once.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKpsRegistry(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptionsWithValidateOnStart<RegistryOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RegistryOptions>, RegistryOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RegistryDatabase>();
        services.AddSingleton<SnapshotLoader>();
        services.AddSingleton<PasswordFailures>();
        services.AddSingleton<IPasswordFailures>(provider => provider.GetRequiredService<PasswordFailures>());
        services.AddSingleton(provider => new TokenKeyStore(provider.GetRequiredService<RegistryDatabase>(), provider.GetRequiredService<IRegistryJournal>()));
        services.AddSingleton<RegistryFollower>();
        services.AddSingleton<IRegistry>(provider => provider.GetRequiredService<RegistryFollower>());
        services.AddHostedService(provider => provider.GetRequiredService<RegistryFollower>());
        return services;
    }

    /// <summary>The admin side, for the panel: <see cref="RegistryAdmin"/> and a factory of <see cref="RegistryContext"/>. The host brings an <see cref="IRegistryJournal"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">Npgsql connection string of the role <c>kps_panel</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKpsRegistryAdmin(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContextFactory<RegistryContext>(options => options.UseNpgsql(connectionString));
        services.AddSingleton<RegistryAdmin>();
        return services;
    }
}
