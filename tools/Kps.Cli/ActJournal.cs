using Kps.Audit;
using Kps.Audit.Acts;
using Kps.Registry.Journal;
using Npgsql;

namespace Kps.Cli;

/// <summary>Writes the registry's changes into the audit log, under the name of whoever runs the command.</summary>
internal sealed class ActJournal(ActLog acts, string by) : IRegistryJournal
{
    public Task WriteAsync(RegistryChange change, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        acts.WriteAsync(
            new ActFacts(change.Act < RegistryAct.InstitutionAdded ? AuditKind.Act : AuditKind.RegistryEvent, (AuditAct)(short)change.Act, by)
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
}
