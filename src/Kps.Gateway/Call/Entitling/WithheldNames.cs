using System.Text;

namespace Kps.Gateway.Call.Entitling;

/// <summary>
/// Names of withheld fields for the outcome row: paths joined by blanks, and those of one parent by commas, so that a long list stays within the row:
/// <c>A/B/Ad,Soyad A/C</c>.
/// </summary>
internal sealed class WithheldNames
{
    private readonly (int Slot, string Parent, string Name)[] _ordered;

    /// <summary>Orders the names once.</summary>
    /// <param name="paths">The path of each slot.</param>
    public WithheldNames(IReadOnlyList<string> paths) =>
        _ordered =
        [
            .. paths.Select((path, slot) => (slot, end: path.LastIndexOf('/') + 1, path))
                .Select(found => (found.slot, found.path[..found.end], found.path[found.end..]))
                .GroupBy(found => found.Item2, StringComparer.Ordinal)
                .SelectMany(siblings => siblings),
        ];

    /// <summary>The names of the raised slots.</summary>
    /// <param name="withheld">One flag a slot.</param>
    /// <returns>Null when none is raised.</returns>
    public string? Of(ReadOnlySpan<bool> withheld)
    {
        StringBuilder? text = null;
        string? parent = null;
        foreach (var found in _ordered)
        {
            if (!withheld[found.Slot])
            {
                continue;
            }

            if (text is null)
            {
                text = new StringBuilder(found.Parent).Append(found.Name);
            }
            else if (ReferenceEquals(parent, found.Parent) || string.Equals(parent, found.Parent, StringComparison.Ordinal))
            {
                text.Append(found.Parent.Length == 0 ? ' ' : ',').Append(found.Name);
            }
            else
            {
                text.Append(' ').Append(found.Parent).Append(found.Name);
            }

            parent = found.Parent;
        }

        return text?.ToString();
    }
}
