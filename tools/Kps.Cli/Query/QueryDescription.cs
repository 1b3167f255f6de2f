using Kps.Contracts;

namespace Kps.Cli.Query;

/// <summary>One query as an operator asks it.</summary>
/// <param name="Operation">The operation of the contract.</param>
/// <param name="About">What it answers, in one sentence.</param>
/// <param name="Criteria">Its members in the contract's order, which is the order they are sent in.</param>
internal sealed record QueryDescription(OperationDescription Operation, string About, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>What holds between the criteria.</summary>
    public IReadOnlyList<CriteriaRule> Rules { get; init; } = [];

    /// <summary>The criterion that may stand on the command line by itself; null where nobody is asked for by number.</summary>
    public Criterion? Number => Criteria.SingleOrDefault(criterion => criterion.Kind == CriterionKind.Number);
}
