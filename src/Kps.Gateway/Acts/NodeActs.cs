using System.Reflection;
using Kps.Audit;
using Kps.Audit.Acts;
using Kps.Gateway.Configuration;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.FrontDoor.Tls;
using Kps.Registry.Journal;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Gateway.Acts;

/// <summary>
/// What a node does on its own and writes into the log: its start with the hash of its configuration, a certificate it took over while running, a registry change of its own (the
/// first token key). The doors open behind the row of the start: a node that cannot write it does not serve.
/// </summary>
internal sealed class NodeActs(
    Lazy<ActLog> acts,
    IConfiguration configuration,
    IServiceProvider services,
    IHostEnvironment environment,
    IOptions<AuditOptions> audit,
    IOptions<GatewayOptions> gateway) : IHostedService, IRegistryJournal
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var effective = EffectiveConfiguration.Read(configuration, services);
        await WriteAsync(
            AuditAct.NodeStarted,
            act => act with
            {
                Detail = $"version={Version()} environment={environment.EnvironmentName} mode={GatewayOptions.ModeName(gateway.Value.TestMode)} {effective.SectionHashes}",
                Sha256 = effective.Sha256,
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Another certificate is about to serve an endpoint (<see cref="TellOfCertificate"/>).</summary>
    public Task CertificateChangesAsync(string endpoint, LoadedCertificate loaded, CancellationToken cancellationToken) =>
        WriteAsync(
            AuditAct.ConfigurationChanged,
            act => act with
            {
                Target = $"certificate:{endpoint}",
                Detail = $"not_after={loaded.NotAfter.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}",
                Sha256 = loaded.CertificateSha256,
            },
            cancellationToken);

    /// <inheritdoc />
    public Task WriteAsync(RegistryChange change, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        acts.Value.WriteAsync(
            Facts((AuditAct)(short)change.Act, change.Act < RegistryAct.InstitutionAdded ? AuditKind.Act : AuditKind.RegistryEvent) with
            {
                UserId = change.UserId,
                InstitutionId = change.InstitutionId,
                Target = change.Target,
                Detail = change.Detail,
                Sha256 = change.Sha256,
            },
            connection,
            transaction,
            cancellationToken);

    private static string Version() =>
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private Task<IslemNo> WriteAsync(AuditAct act, Func<ActFacts, ActFacts> say, CancellationToken cancellationToken) =>
        acts.Value.WriteAsync(say(Facts(act, AuditKind.Act)), cancellationToken);

    private ActFacts Facts(AuditAct act, AuditKind kind) => new(kind, act, $"node {audit.Value.NodeName}");
}
