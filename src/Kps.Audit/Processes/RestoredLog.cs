using Kps.Audit.Acts;
using Npgsql;

namespace Kps.Audit.Processes;

/// <summary>
/// What a restored database must be told before anything writes: process prefixes were given out after the backup that its sequence does not know of. Given again,
/// they would give işlem numbers again.
/// </summary>
public static class RestoredLog
{
    /// <summary>Prefixes skipped unless more is asked for: starts of processes in months, of 16,777,215 there are.</summary>
    public const int DefaultSteps = 1000;

    /// <summary>Most prefixes skipped at once.</summary>
    public const int MaxSteps = 10_000;

    private const string Node = "kps-after-restore";

    /// <summary>Moves the prefixes on and writes the act, under a number beyond them.</summary>
    /// <param name="connectionString">Of role kps_retention.</param>
    /// <param name="steps">How many to skip, 1,000–10,000.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why; which backup.</param>
    /// <param name="time">The clock of the act.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The act, which bears the first prefix given out from now on.</returns>
    public static async Task<IslemNo> MovePrefixesAsync(string connectionString, int steps, string by, string reason, TimeProvider time, CancellationToken ct)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            await connection.OpenAsync(ct);
            await using var skip = new NpgsqlCommand("SELECT audit.skip_process_prefixes($1)", connection);
            skip.Parameters.Add(new NpgsqlParameter<int> { TypedValue = steps });
            await skip.ExecuteNonQueryAsync(ct);
        }

        await using var acts = new ActLog(connectionString, Node, time);
        return await acts.WriteAsync(
            new ActFacts(AuditKind.Act, AuditAct.PrefixesMoved, by) { Reason = reason, Target = "process-prefix", Rows = steps }, ct);
    }
}
