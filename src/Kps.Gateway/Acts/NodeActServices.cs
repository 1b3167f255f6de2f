using Kps.Audit.Acts;
using Kps.Gateway.FrontDoor.Tls;
using Kps.Registry.Journal;

namespace Kps.Gateway.Acts;

/// <summary>Puts the node's own acts into the container.</summary>
internal static class NodeActServices
{
    /// <summary>Adds <see cref="NodeActs"/>, hosted and as the registry's journal. Call it last: the start is written when nothing else can keep the doors shut.</summary>
    public static IServiceCollection AddNodeActs(this IServiceCollection services)
    {
        // Lazy: a host that is only checked never looks at a connection string.
        services.AddSingleton(provider => new Lazy<ActLog>(provider.GetRequiredService<ActLog>));
        services.AddSingleton<NodeActs>();
        services.AddSingleton<IRegistryJournal>(provider => provider.GetRequiredService<NodeActs>());
        services.AddSingleton<TellOfCertificate>(provider => provider.GetRequiredService<NodeActs>().CertificateChangesAsync);
        services.AddHostedService(provider => provider.GetRequiredService<NodeActs>());
        return services;
    }
}
