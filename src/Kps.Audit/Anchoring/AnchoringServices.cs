using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Anchoring;

/// <summary>Puts the stamping and the copying of checkpoints into a host.</summary>
public static class AnchoringServices
{
    /// <summary>Adds <see cref="IAnchorState"/> and the services that stamp and copy. Call it after the sequencer was added.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">Section bound to <see cref="AnchoringOptions"/>; an empty one does neither.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKpsAnchoring(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<AnchoringOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AnchoringOptions>, AnchoringOptionsValidator>();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AnchorState>();
        services.AddSingleton<IAnchorState>(provider => provider.GetRequiredService<AnchorState>());
        services.AddSingleton<AnchorMetrics>();
        services.AddSingleton<AnchorTables>();
        services.AddSingleton<TsaClient>();
        services.AddSingleton<Anchorer>();
        services.AddSingleton<CheckpointCopier>();
        services.AddHostedService(provider => provider.GetRequiredService<Anchorer>());
        services.AddHostedService(provider => provider.GetRequiredService<CheckpointCopier>());
        return services;
    }
}
