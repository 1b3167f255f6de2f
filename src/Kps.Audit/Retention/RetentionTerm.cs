using System.Globalization;
using Kps.Audit.Acts;
using Npgsql;

namespace Kps.Audit.Retention;

/// <summary>How long the log is kept at least. It stands in the database where only the owner reaches it; changing it is an act.</summary>
public static class RetentionTerm
{
    /// <summary>What the law asks for, in years; less needs the operator's explicit word.</summary>
    public const int LegalYears = 8;

    /// <summary>Longest term.</summary>
    public const int MaxYears = 100;

    private const string Node = "kps-retention-term";

    /// <summary>Changes it.</summary>
    /// <param name="ownerConnectionString">Of a role that may act as kps_owner: the one that migrates.</param>
    /// <param name="retentionConnectionString">Of role kps_retention, which numbers the act.</param>
    /// <param name="years">The new term, 1–100.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why; at least ten letters.</param>
    /// <param name="time">The clock of the act.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Number of the act, and the term before it.</returns>
    public static async Task<(IslemNo IslemNo, int Former)> ChangeAsync(
        string ownerConnectionString, string retentionConnectionString, int years, string by, string reason, TimeProvider time, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, MaxYears);
        await using var acts = new ActLog(retentionConnectionString, Node, time);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var become = new NpgsqlCommand("SET LOCAL ROLE kps_owner", connection, transaction))
        {
            await become.ExecuteNonQueryAsync(ct);
        }

        await using var read = new NpgsqlCommand("SELECT years FROM audit.retention_term FOR UPDATE", connection, transaction);
        var former = (int)(await read.ExecuteScalarAsync(ct))!;
        var islemNo = await acts.WriteAsync(
            new ActFacts(AuditKind.Act, AuditAct.TermChanged, by)
            {
                Reason = reason,
                Target = "retention-term",
                Detail = string.Create(CultureInfo.InvariantCulture, $"{former} -> {years} years"),
            },
            connection,
            transaction,
            ct);
        await using var update = new NpgsqlCommand("UPDATE audit.retention_term SET years = $1", connection, transaction);
        update.Parameters.Add(new NpgsqlParameter<int> { TypedValue = years });
        await update.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return (islemNo, former);
    }
}
