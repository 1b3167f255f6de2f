using System.Collections.Frozen;
using Kps.Contracts;

namespace Kps.Gateway.Call.Queries;

/// <summary>Every query by operation.</summary>
internal sealed class QueryTable
{
    private readonly FrozenDictionary<KpsOperation, IQuery> _queries;

    /// <summary>Gathers the queries.</summary>
    /// <param name="queries">One for each operation that is served.</param>
    public QueryTable(IEnumerable<IQuery> queries) => _queries = queries.ToFrozenDictionary(query => query.Operation);

    /// <summary>Finds the query of an operation.</summary>
    /// <returns>Null when this gateway does not answer it.</returns>
    public IQuery? Find(KpsOperation operation) => _queries.GetValueOrDefault(operation);
}
