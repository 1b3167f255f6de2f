using System.Globalization;

namespace Kps.Cli.Query;

/// <summary>
/// From what stands on the command line to the request, or to what is wrong with it: everything that can be said before anything is sent. Values are
/// repeated in no error: they are about people.
/// </summary>
internal static class CriteriaReader
{
    /// <summary>Reads the criteria.</summary>
    /// <param name="query">The query.</param>
    /// <param name="number">The number that stands by itself; null when none does.</param>
    /// <param name="pairs">Each <c>Ad=değer</c>; the name in any case.</param>
    /// <param name="errors">Takes what is wrong, sentence by sentence.</param>
    /// <returns>Null when something is.</returns>
    public static QueryRequest? Read(QueryDescription query, long? number, IReadOnlyList<string> pairs, ICollection<string> errors)
    {
        var before = errors.Count;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (number is { } known)
        {
            TakeNumber(query, known, given, errors);
        }

        foreach (var pair in pairs)
        {
            TakePair(query, pair, given, errors);
        }

        if (errors.Count == before)
        {
            CheckWhole(query, given, errors);
        }

        return errors.Count == before ? Request(query, given) : null;
    }

    private static void TakeNumber(QueryDescription query, long number, Dictionary<string, string> given, ICollection<string> errors)
    {
        if (query.Number is { } criterion)
        {
            given[criterion.Name] = number.ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            errors.Add($"{query.Operation.Name} kimlik numarasıyla sorulmaz. {Known(query)}");
        }
    }

    private static void TakePair(QueryDescription query, string pair, Dictionary<string, string> given, ICollection<string> errors)
    {
        var sign = pair.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0)
        {
            errors.Add("--kriter Ad=değer biçiminde olmalı; kimlik numarası --kriter'den önce yazılır.");
            return;
        }

        var name = pair[..sign].Trim();
        if (query.Criteria.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } criterion)
        {
            errors.Add($"{query.Operation.Name} sorgusunun {name} adlı bir ölçütü yok. {Known(query)}");
        }
        else if (CriterionText.ToWire(criterion, pair[(sign + 1)..]) is not { } value)
        {
            errors.Add($"{criterion.Name} {CriterionText.Demand(criterion)}");
        }
        else if (!given.TryAdd(criterion.Name, value))
        {
            errors.Add($"{criterion.Name} bir kez verilmeli.");
        }
    }

    private static void CheckWhole(QueryDescription query, Dictionary<string, string> given, ICollection<string> errors)
    {
        var missing = query.Criteria.Where(criterion => criterion is { IsRequired: true, Default: null } && !given.ContainsKey(criterion.Name)).ToList();
        if (missing.Count > 0)
        {
            errors.Add($"{query.Operation.Name} için eksik ölçüt: {string.Join(", ", missing.Select(Named))}.");
        }

        var names = given.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var rule in query.Rules.Where(rule => !rule.IsKept(names)))
        {
            errors.Add(rule.Text);
        }
    }

    private static QueryRequest Request(QueryDescription query, Dictionary<string, string> given)
    {
        var values = new List<(Criterion, string)>();
        foreach (var criterion in query.Criteria)
        {
            if ((given.GetValueOrDefault(criterion.Name) ?? criterion.Default) is { } value)
            {
                values.Add((criterion, value));
            }
        }

        return new QueryRequest(query.Operation, values);
    }

    private static string Known(QueryDescription query) =>
        query.Criteria.Count == 0 ? "Ölçüt almaz." : $"Ölçütleri: {string.Join(", ", query.Criteria.Select(criterion => criterion.Name))}.";

    private static string Named(Criterion criterion) =>
        criterion.Kind == CriterionKind.Number ? $"{criterion.Name} (komuttan sonra numara olarak da yazılır)" : criterion.Name;
}
