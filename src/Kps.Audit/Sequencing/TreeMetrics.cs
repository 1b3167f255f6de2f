using System.Diagnostics.Metrics;

namespace Kps.Audit.Sequencing;

/// <summary>What operators watch of the sealing (meter <c>Kps.Audit</c>).</summary>
internal sealed class TreeMetrics
{
    private readonly Counter<long> _rows;
    private readonly Histogram<double> _round;

    public TreeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(AuditServices.MeterName);
        _rows = meter.CreateCounter<long>("kps.tree.rows", "{row}", "Rows this node has sealed.");
        _round = meter.CreateHistogram<double>("kps.tree.round.duration", "s", "Time one look for new rows took, sealing included.");
    }

    public void Sealed(int rows) => _rows.Add(rows);

    public void Round(TimeSpan duration) => _round.Record(duration.TotalSeconds);
}
