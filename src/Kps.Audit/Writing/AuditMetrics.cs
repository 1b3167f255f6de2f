using System.Diagnostics.Metrics;

namespace Kps.Audit.Writing;

/// <summary>What operators watch of the log (meter <c>Kps.Audit</c>). Numbers only, no names.</summary>
internal sealed class AuditMetrics
{
    private readonly Counter<long> _committed;
    private readonly Counter<long> _failed;
    private readonly Histogram<int> _batchRows;
    private readonly Histogram<double> _commitSeconds;

    public AuditMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(AuditServices.MeterName);
        _committed = meter.CreateCounter<long>("kps.audit.rows.committed", "{row}", "Rows whose commit was confirmed.");
        _failed = meter.CreateCounter<long>("kps.audit.rows.failed", "{row}", "Rows whose callers were told the log is not available.");
        _batchRows = meter.CreateHistogram<int>("kps.audit.batch.rows", "{row}", "Rows that shared a commit.");
        _commitSeconds = meter.CreateHistogram<double>("kps.audit.commit.duration", "s", "Time from the start of a COPY to its confirmed commit.");
    }

    public void Committed(int rows, TimeSpan duration)
    {
        _committed.Add(rows);
        _batchRows.Record(rows);
        _commitSeconds.Record(duration.TotalSeconds);
    }

    public void Failed(int rows)
    {
        if (rows > 0)
        {
            _failed.Add(rows);
        }
    }
}
