using System.Globalization;
using Kps.AuditVerify.Entries;
using Kps.AuditVerify.Text;

namespace Kps.AuditVerify.Exports;

/// <summary>
/// Intent and outcome of each call: an outcome has an intent before it and is the only one. An intent without outcome is no flaw of the evidence, for a process may
/// die in between; it is told.
/// </summary>
/// <param name="beginsAt">Outcomes before this time (µs) may have their intent before the export.</param>
internal sealed class CallPairs(long beginsAt)
{
    private const long Hour = 3_600_000_000;
    private const int Named = 10;

    private readonly Dictionary<long, long> _open = [];
    private long _newest;
    private bool _hasHoles;

    /// <summary>Outcomes whose intent may lie outside.</summary>
    public long IntentsOutside { get; private set; }

    /// <summary>From here on intents may be missing, because rows are.</summary>
    public void Missed() => _hasHoles = true;

    /// <summary>Takes the next row.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public string? Take(in EntryFacts facts)
    {
        _newest = Math.Max(_newest, facts.RecordedAt);
        switch (facts.Kind)
        {
            case EntryKind.Intent when !_open.TryAdd(facts.IslemNo, facts.RecordedAt):
                return "a second intent under one number";
            case EntryKind.Outcome when !_open.Remove(facts.IslemNo):
                if (!_hasHoles && facts.RecordedAt >= beginsAt + Hour)
                {
                    return "an outcome without an intent before it, or a second one";
                }

                IntentsOutside++;
                return null;
            case EntryKind.Refused:
                // An intent whose commit could not be confirmed is followed by a refusal: nothing was forwarded.
                _open.Remove(facts.IslemNo);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Tells of calls without outcome.</summary>
    public void Tell(Findings findings)
    {
        if (_open.Count == 0)
        {
            return;
        }

        var atEnd = _open.Values.Count(recordedAt => recordedAt > _newest - Hour);
        var numbers = string.Join(' ', _open.OrderBy(call => call.Value).Take(Named).Select(call => IslemNoText.Of(call.Key)));
        findings.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{_open.Count} intents have no outcome here, {atEnd} of them from the last hour of the export (the outcome is unknown, or follows later): {numbers}{(_open.Count > Named ? " …" : string.Empty)}"));
    }
}
