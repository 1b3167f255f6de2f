using Kps.Audit.Acts;
using Kps.Audit.Writing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kps.Audit;

/// <summary>Puts the log into a host.</summary>
public static class AuditServices
{
    /// <summary>Name of the log's meter.</summary>
    public const string MeterName = "Kps.Audit";

    /// <summary>
    /// Adds <see cref="IAuditLog"/>, <see cref="IAuditState"/> and the node's <see cref="ActLog"/>, which writes once the log has started. Call it before the web server's own services are added, so that the log
    /// starts before the doors open and stops after they closed.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">Section bound to <see cref="AuditOptions"/>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKpsAudit(this IServiceCollection services, IConfiguration section)
    {
        var keyIsFile = services.All(service => service.ServiceType != typeof(IMasterKey));
        services.AddOptions<AuditOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AuditOptions>>(new AuditOptionsValidator(keyIsFile));
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IMasterKey>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<AuditOptions>>().Value;
            return MasterKeyRing.Open(options.MasterKeyFile!, options.FormerMasterKeyFiles);
        });
        services.AddSingleton<AuditMetrics>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        services.AddSingleton<IAuditState>(provider => provider.GetRequiredService<AuditLog>());
        services.AddSingleton(provider => new ActLog(
            provider.GetRequiredService<IOptions<AuditOptions>>().Value.ConnectionString,
            () => provider.GetRequiredService<AuditLog>().Process,
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<AuditLog>());
        return services;
    }
}
