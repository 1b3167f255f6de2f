using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Sequencing;

/// <summary>Puts the sealing of the log into a host.</summary>
public static class SequencerServices
{
    /// <summary>
    /// Adds <see cref="ITreeState"/> and the service that seals. Call it after the log was added and before the web server is, so that a refused tree
    /// keeps the doors shut. Each registered <see cref="ICheckpointSink"/> gets every checkpoint, after the file.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">Section bound to <see cref="SequencerOptions"/>; an empty one leaves the sealing to other nodes.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKpsSequencer(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<SequencerOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SequencerOptions>>(new SequencerOptionsValidator());
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TreeState>();
        services.AddSingleton<ITreeState>(provider => provider.GetRequiredService<TreeState>());
        services.AddSingleton<TreeMetrics>();
        services.AddSingleton<Sequencer>();
        services.AddHostedService(provider => provider.GetRequiredService<Sequencer>());
        return services;
    }
}
