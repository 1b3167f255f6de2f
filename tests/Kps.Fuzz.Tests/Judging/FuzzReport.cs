using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kps.Fuzz.Tests.Judging;

/// <summary>What a run of inputs led to: how fast, which ends, what broke. Failing inputs are kept as files.</summary>
/// <param name="seed">The run's seed.</param>
internal sealed class FuzzReport(int seed)
{
    private const int ShownFailures = 20;

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly SortedDictionary<string, int> _ends = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];
    private TimeSpan _slowest;
    private int _slowestIndex;
    private int _count;

    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Different ends seen, <c>answer</c> among them.</summary>
    public IReadOnlyCollection<string> Ends => _ends.Keys;

    /// <summary>Counts an input that kept every promise.</summary>
    public void Note(int index, string end, TimeSpan time)
    {
        _count++;
        _ends[end] = _ends.GetValueOrDefault(end) + 1;
        if (time > _slowest)
        {
            (_slowest, _slowestIndex) = (time, index);
        }
    }

    /// <summary>Keeps an input that broke one.</summary>
    public void Fail(int index, FuzzInput input, string broken)
    {
        _count++;
        var file = Path.Combine(FuzzRun.Folder, string.Create(CultureInfo.InvariantCulture, $"{seed}-{index}.http"));
        File.WriteAllBytes(file, input.ToFile($"seed {seed}, input {index}: {broken}"));
        if (_failures.Count < ShownFailures)
        {
            _failures.Add(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, input {index} ({input}): {broken}; kept in {file}"));
        }
    }

    /// <summary>The report as text.</summary>
    public override string ToString()
    {
        var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {seed}: {_count} inputs, {_count / seconds:0} per second, slowest {_slowest.TotalMilliseconds:0} ms (input {_slowestIndex}), {_failures.Count} failures shown");
        foreach (var (end, times) in _ends)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {end,-28}{times,10}");
        }

        return text.ToString();
    }
}
