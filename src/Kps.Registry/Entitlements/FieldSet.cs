using System.Globalization;
using System.Text;

namespace Kps.Registry.Entitlements;

/// <summary>What a right covers on one day. Immutable, and equal to any other that covers the same: what is made for one set serves all institutions that have it.</summary>
public sealed class FieldSet : IEquatable<FieldSet>
{
    private const char Divider = '/';

    private readonly Dictionary<string, bool> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _arguments = new(StringComparer.Ordinal);
    private readonly string _text;
    private readonly int _hash;

    /// <summary>Puts the rows together that count on the day.</summary>
    /// <param name="kapsam">How much is covered where no row says otherwise.</param>
    /// <param name="rows">The rows; of two on one path the withholding one counts.</param>
    public FieldSet(EntitlementKapsam kapsam, IEnumerable<RegisteredFieldRight> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Kapsam = kapsam;
        foreach (var row in rows)
        {
            var paths = row.Kind == FieldKind.Arguman ? _arguments : _fields;
            paths[row.Path] = row.Izin && paths.GetValueOrDefault(row.Path, true);
        }

        _text = Canonical();
        _hash = string.GetHashCode(_text, StringComparison.Ordinal);
    }

    /// <summary>Everything ordinary.</summary>
    public static FieldSet Ordinary { get; } = new(EntitlementKapsam.Tum, []);

    /// <summary>Nothing at all.</summary>
    public static FieldSet Nothing { get; } = new(EntitlementKapsam.None, []);

    /// <summary>How much is covered where no row says otherwise.</summary>
    public EntitlementKapsam Kapsam { get; }

    /// <summary>Whether anything is said of the request.</summary>
    public bool LimitsArguments => _arguments.Count > 0;

    /// <summary>Whether a member of the result is given.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="isSpecial">Özel nitelikli veri: then only a row on exactly this path gives it.</param>
    /// <returns>For an ordinary member what the row with the longest path over it says; without one, true under <see cref="EntitlementKapsam.Tum"/> alone.</returns>
    public bool IsGiven(string path, bool isSpecial)
    {
        ArgumentNullException.ThrowIfNull(path);
        return isSpecial ? _fields.GetValueOrDefault(path) : Nearest(_fields, path) ?? Kapsam == EntitlementKapsam.Tum;
    }

    /// <summary>
    /// Whether a member of the request may be sent. The scope is about what leaves; whoever may ask may use every member that no row withholds.
    /// </summary>
    /// <param name="path">Its path.</param>
    /// <returns>What the row with the longest path over it says; true without one.</returns>
    public bool IsArgumentGiven(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Nearest(_arguments, path) ?? true;
    }

    /// <inheritdoc />
    public bool Equals(FieldSet? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && string.Equals(_text, other._text, StringComparison.Ordinal));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FieldSet);

    /// <inheritdoc />
    public override int GetHashCode() => _hash;

    /// <summary>Scope and rows, for a reader of a dump.</summary>
    public override string ToString() => _text;

    private static bool? Nearest(Dictionary<string, bool> rows, string path)
    {
        var lookup = rows.GetAlternateLookup<ReadOnlySpan<char>>();
        var above = path.AsSpan();
        while (true)
        {
            if (lookup.TryGetValue(above, out var izin))
            {
                return izin;
            }

            var end = above.LastIndexOf(Divider);
            if (end < 0)
            {
                return null;
            }

            above = above[..end];
        }
    }

    private string Canonical()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(short)Kapsam}");
        Append(text, 'a', _arguments);
        Append(text, 'f', _fields);
        return text.ToString();
    }

    private static void Append(StringBuilder text, char kind, Dictionary<string, bool> rows)
    {
        foreach (var (path, izin) in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            text.Append(' ').Append(kind).Append(izin ? '+' : '-').Append(path);
        }
    }
}
