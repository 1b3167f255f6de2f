using System.Globalization;

namespace Kps.AuditVerify;

/// <summary>What was found, of each kind the first in the order of the log and how many more there are: a log that was rewritten would give a finding for each leaf.</summary>
internal sealed class Findings
{
    private readonly SortedDictionary<string, (Finding First, long Count)> _found = new(StringComparer.Ordinal);
    private readonly List<string> _notices = [];

    /// <summary>Whether everything holds.</summary>
    public bool AreNone => _found.Count == 0;

    /// <summary>The first of each kind, by their place in the log; those without a place last.</summary>
    public IReadOnlyList<Finding> Firsts => [.. _found.Values.Select(found => found.First).OrderBy(finding => finding.Leaf ?? long.MaxValue)];

    /// <summary>What a reader should know although nothing is wrong.</summary>
    public IReadOnlyList<string> Notices => _notices;

    /// <summary>Adds a finding.</summary>
    public void Add(string code, long? leaf, string text) => Add(new Finding(code, leaf, text));

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        var (first, count) = _found.TryGetValue(finding.Code, out var known) ? known : (finding, 0);
        _found[finding.Code] = ((finding.Leaf ?? long.MaxValue) < (first.Leaf ?? long.MaxValue) ? finding : first, count + 1);
    }

    /// <summary>Adds something that is not wrong.</summary>
    public void Note(string text) => _notices.Add(text);

    /// <summary>Writes the verdict: notices, then what is bad, the first place in the log first.</summary>
    public void Write(TextWriter output)
    {
        foreach (var notice in _notices)
        {
            output.WriteLine("note  " + notice);
        }

        foreach (var finding in Firsts)
        {
            var more = _found[finding.Code].Count - 1;
            output.WriteLine($"BAD   {finding.Code}: {finding.Text}" + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({more} more of this kind)") : string.Empty));
        }
    }
}
