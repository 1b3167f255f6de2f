using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Kps.Audit.Reading;

/// <summary>
/// The statement that finds intents, refusals and issues in one stretch of time. It is put together of the conditions that were given, for an
/// unnamed statement is planned for its values; nothing a caller said is part of the text.
/// </summary>
internal sealed class OpeningQuery
{
    /// <summary>A call's outcome is written this long after its intent at most, far beyond any call's budget.</summary>
    public static readonly TimeSpan OutcomeDelay = TimeSpan.FromMinutes(5);

    private readonly AuditSearch _search;
    private readonly byte[][]? _subjects;
    private readonly List<NpgsqlParameter> _parameters = [];

    private OpeningQuery(AuditSearch search, byte[][]? subjects)
    {
        _search = search;
        _subjects = subjects;
    }

    /// <summary>Builds the statement.</summary>
    /// <param name="search">What to look for.</param>
    /// <param name="subjects">Hashes of the person, or null.</param>
    /// <param name="stretch">From, inclusive, and to, exclusive.</param>
    /// <param name="limit">Most rows.</param>
    /// <returns>Text and parameters.</returns>
    public static (string Sql, IReadOnlyList<NpgsqlParameter> Parameters) Of(
        AuditSearch search, byte[][]? subjects, (DateTimeOffset From, DateTimeOffset To) stretch, int limit)
    {
        var query = new OpeningQuery(search, subjects);
        var text = string.Join("\nUNION ALL\n", query.Branches(stretch));
        return ($"SELECT * FROM ({text}) AS opening ORDER BY recorded_at DESC, islem_no DESC LIMIT {query.Add(NpgsqlDbType.Integer, limit)}", query._parameters);
    }

    private List<string> Branches((DateTimeOffset From, DateTimeOffset To) stretch)
    {
        var code = _search.Code is { } wanted ? Add(NpgsqlDbType.Integer, wanted) : null;
        var ended = code is null ? string.Empty : $" AND outcome = {code}";
        var closedSo = code is null ? string.Empty : $" AND closed.outcome = {code}";
        string Closed(string condition) => Branch(stretch, $" AND kind = 1 AND EXISTS ({Closing(stretch, condition + closedSo)})");
        return _search.State switch
        {
            null when code is null => [Branch(stretch, string.Empty)],
            null => [Branch(stretch, " AND kind IN (3, 7)" + ended), Closed(string.Empty)],
            AuditCallState.Refused => [Branch(stretch, " AND kind = 3 AND outcome <> 0" + ended)],
            AuditCallState.TokenIssued => [Branch(stretch, " AND kind = 7" + ended)],
            AuditCallState.Answered => [Closed(" AND closed.outcome = 0")],
            AuditCallState.Failed => [Closed(" AND closed.outcome <> 0")],
            _ => [Branch(stretch, $" AND kind = 1 AND NOT EXISTS ({Closing(stretch, string.Empty)})" + (code is null ? string.Empty : " AND false"))],
        };
    }

    private string Closing((DateTimeOffset From, DateTimeOffset To) stretch, string condition) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
         SELECT FROM audit.call_closed AS closed WHERE closed.islem_no = opening.islem_no
           AND closed.recorded_at >= {Add(NpgsqlDbType.TimestampTz, (stretch.From - OutcomeDelay).UtcDateTime)}
           AND closed.recorded_at < {Add(NpgsqlDbType.TimestampTz, (stretch.To + OutcomeDelay).UtcDateTime)}{condition}
         """);

    private string Branch((DateTimeOffset From, DateTimeOffset To) stretch, string condition)
    {
        var text = new StringBuilder("(SELECT recorded_at, islem_no, kind::int AS kind, entry, NULL::bytea AS body FROM audit.opening AS opening WHERE recorded_at >= ")
            .Append(Add(NpgsqlDbType.TimestampTz, stretch.From.UtcDateTime))
            .Append(" AND recorded_at < ")
            .Append(Add(NpgsqlDbType.TimestampTz, stretch.To.UtcDateTime));
        And(text, "user_id =", NpgsqlDbType.Integer, _search.UserId);
        And(text, "institution_id =", NpgsqlDbType.Integer, _search.InstitutionId);
        And(text, "operation =", NpgsqlDbType.Smallint, _search.Operation is { } operation ? (short)operation : null);
        if (_subjects is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" AND subject = ANY({Add(NpgsqlDbType.Array | NpgsqlDbType.Bytea, _subjects)})");
        }

        if (_search.Network is { } network)
        {
            text.Append(CultureInfo.InvariantCulture, $" AND address <<= {Add(NpgsqlDbType.Text, network.ToString())}::inet");
        }

        if (_search.After is { } after)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $" AND (recorded_at, islem_no) < ({Add(NpgsqlDbType.TimestampTz, after.RecordedAt.UtcDateTime)}, {Add(NpgsqlDbType.Bigint, after.IslemNo.Value)})");
        }

        return text.Append(condition)
            .Append(CultureInfo.InvariantCulture, $" ORDER BY recorded_at DESC, islem_no DESC LIMIT {_search.Count + 1})").ToString();
    }

    private void And(StringBuilder text, string condition, NpgsqlDbType type, object? value)
    {
        if (value is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" AND {condition} {Add(type, value)}");
        }
    }

    private string Add(NpgsqlDbType type, object value)
    {
        _parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value });
        return string.Create(CultureInfo.InvariantCulture, $"${_parameters.Count}");
    }
}
