using System.Globalization;
using Kps.Audit.Sequencing;
using Kps.Audit.Tests.Sequencing;
using Kps.Evidence.Notes;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Retention;

/// <summary>A log with a past: room for months gone by, and the sequencer's own code to seal them step by step.</summary>
internal static class OldLog
{
    public static DateOnly MonthOf(DateTimeOffset time) => new(time.UtcDateTime.Year, time.UtcDateTime.Month, 1);

    public static DateTimeOffset StartOf(DateOnly month) => new(month.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>This month, by the clock of the machine.</summary>
    public static DateOnly ThisMonth => MonthOf(TimeProvider.System.GetUtcNow());

    /// <summary>Makes the partitions of the months before this one, as ensure_partitions made them when they came.</summary>
    public static Task MakeMonthsAsync(TestDatabase database, int months) => database.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
        SET ROLE kps_owner; SET TimeZone = 'UTC';
        DO $$
        DECLARE
            start timestamptz;
        BEGIN
            FOR start IN SELECT generate_series(date_trunc('month', now()) - interval '{months} months', date_trunc('month', now()) - interval '1 month', interval '1 month') LOOP
                EXECUTE format('CREATE TABLE IF NOT EXISTS audit.%I (LIKE audit.entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', to_char(start, '"entry_"YYYY"_"MM'));
                EXECUTE format('ALTER TABLE audit.entry ATTACH PARTITION audit.%I FOR VALUES FROM (%L) TO (%L)', to_char(start, '"entry_"YYYY"_"MM'), start, start + interval '1 month');
            END LOOP;
        END
        $$
        """));

    /// <summary>Adds rows of a time, in one transaction.</summary>
    public static Task AddAsync(TestDatabase database, DateTimeOffset at, int count, int firstNumber = 1) => TestDatabase.ExecuteAsync(
        database.Gateway,
        string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO audit.entry (recorded_at, islem_no, kind, entry)
            SELECT '{at:O}', number, 1, sha256(('entry ' || number || clock_timestamp())::bytea) FROM generate_series({firstNumber}, {firstNumber + count - 1}) AS number
            """));

    /// <summary>Takes everything there is into the tree and returns the newest checkpoint.</summary>
    public static async Task<SignedNote> SealAsync(TestDatabase database)
    {
        await using var session = await SequencerSession.OpenAsync(database.Sequencer, CancellationToken.None);
        Assert.That(await session.TryLeadAsync(CancellationToken.None), "somebody else seals");
        using var key = EcdsaNoteKey.FromPem(await File.ReadAllTextAsync(SequencerHost.KeyFile));
        using var grower = await TreeGrower.ResumeAsync(session, await session.Tables.HeadAsync(CancellationToken.None), SequencerHost.Origin, key, CancellationToken.None);
        for (var attempt = 0; ; attempt++)
        {
            // A transaction of another database of the cluster may hold it up for a moment.
            await grower.SealAsync((_, _) => Task.CompletedTask, CancellationToken.None);
            if ((await grower.WaitingAsync(CancellationToken.None)).Rows == 0)
            {
                return (await session.Tables.HeadAsync(CancellationToken.None)).Note!;
            }

            Assert.That(attempt, Is.LessThan(600), "rows are still not sealed");
            await Task.Delay(50);
        }
    }

    public static async Task<List<T>> ColumnAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetFieldValue<T>(0));
        }

        return values;
    }
}
