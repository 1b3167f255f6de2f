using System.Collections;
using System.Runtime.CompilerServices;
using Kps.Contracts.Fields;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Call.Entitling;

/// <summary>
/// Empties in a result what its caller is not given, in place. Made once for an operation and a set of given fields; immutable, used by all calls at once. Where everything
/// may leave it only looks where özel nitelikli veri could stand.
/// </summary>
/// <remarks>
/// The shape stays that of the contract: a value becomes nil, a record with nothing left becomes nil as a whole, a date that clients demand stays with nil leaves, a register
/// and the records clients read through stay with nil members (<see cref="FieldDescription.IsStructural"/>), a list keeps the number of its items unless nothing of them is given.
/// The result must be a tree: no record stands in two places of it.
/// </remarks>
internal sealed class FieldProjection
{
    private static readonly ConditionalWeakTable<FieldTree, ReturnedNames> NamesOf = [];

    private readonly Type _result;
    private readonly bool _isList;
    private readonly FieldStep[] _steps;
    private readonly int _slotCount;
    private readonly WithheldNames _withheldNames;
    private readonly ReturnedNames _returnedNames;

    /// <summary>Compiles the projection.</summary>
    /// <param name="tree">The members of the operation's result.</param>
    /// <param name="given">What may leave.</param>
    public FieldProjection(FieldTree tree, FieldSet given)
    {
        var plan = new FieldPlan(tree, given);
        _result = tree.Result;
        _isList = tree.IsList;
        _steps = plan.Steps;
        _slotCount = plan.Slots.Count;
        _withheldNames = new WithheldNames(plan.Slots);
        _returnedNames = NamesOf.GetValue(tree, static named => new ReturnedNames(named));
    }

    /// <summary>Empties what is not given.</summary>
    /// <param name="sonuc">The result, owned by the caller.</param>
    /// <returns>What was withheld and what leaves.</returns>
    /// <exception cref="ArgumentException">The result is not of the operation's type; nothing was done, and it must not leave.</exception>
    public ProjectedFields Apply(object sonuc)
    {
        ArgumentNullException.ThrowIfNull(sonuc);
        if (!_result.IsInstanceOfType(sonuc))
        {
            throw new ArgumentException($"A {_result.Name} is limited here, not a {sonuc.GetType().Name}.", nameof(sonuc));
        }

        Span<bool> withheld = stackalloc bool[_slotCount];
        if (_isList)
        {
            FieldStep.RunOnItems((IEnumerable)sonuc, _steps, withheld);
        }
        else
        {
            FieldStep.RunOn(sonuc, _steps, withheld);
        }

        return new ProjectedFields(_withheldNames.Of(withheld), _returnedNames.Of(sonuc));
    }
}
