namespace Kps.Registry.Entitlements;

/// <summary>
/// What a right covers of an operation's request and result, on any day. A row that gives counts as absent once its last day has passed; a row that withholds goes on until
/// an operator closes it. Immutable; made once per load of the registry, asked with one comparison of dates.
/// </summary>
public sealed class FieldRights
{
    // The set at i holds up to and with the day at i; the last one, which has no day, for ever after.
    private readonly DateOnly[] _lastDays;
    private readonly FieldSet[] _sets;

    private FieldRights(EntitlementKapsam kapsam, IReadOnlyCollection<RegisteredFieldRight> rows)
    {
        Kapsam = kapsam;
        _lastDays = [.. rows.Where(row => row is { Izin: true, Bitis: not null }).Select(row => row.Bitis!.Value).Distinct().Order()];
        _sets = [.. _lastDays.Select(day => SetOn(day)), SetOn(DateOnly.MaxValue)];

        FieldSet SetOn(DateOnly day) => new(kapsam, rows.Where(row => !row.Izin || row.Bitis is null || day <= row.Bitis));
    }

    /// <summary>How much is covered where no row says otherwise.</summary>
    public EntitlementKapsam Kapsam { get; }

    /// <summary>Puts the rows of one right together.</summary>
    /// <param name="kapsam">Of the right.</param>
    /// <param name="rows">The open rows of its institution and operation.</param>
    /// <returns>Null for a right to everything ordinary, so that its calls cost no more than they did without fields.</returns>
    public static FieldRights? Of(EntitlementKapsam kapsam, IReadOnlyCollection<RegisteredFieldRight> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return kapsam == EntitlementKapsam.Tum && rows.Count == 0 ? null : new FieldRights(kapsam, rows);
    }

    /// <summary>What is covered on a day. Equal sets, of whatever institution, are equal keys.</summary>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <returns>One of a few sets made beforehand.</returns>
    public FieldSet On(DateOnly today)
    {
        for (var index = 0; index < _lastDays.Length; index++)
        {
            if (today <= _lastDays[index])
            {
                return _sets[index];
            }
        }

        return _sets[^1];
    }

    /// <summary>Whether a member of the result is given on a day; see <see cref="FieldSet.IsGiven"/>.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="isSpecial">Özel nitelikli veri.</param>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <returns>True when it may leave.</returns>
    public bool IsGiven(string path, bool isSpecial, DateOnly today) => On(today).IsGiven(path, isSpecial);
}
