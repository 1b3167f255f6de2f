using Kps.Contracts.Fields;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Call.Entitling;

/// <summary>Works out once what has to be done to an operation's result for one set of given fields, and under which names it is written down.</summary>
internal sealed class FieldPlan
{
    private readonly FieldSet _given;
    private readonly List<string> _slots = [];

    /// <summary>Plans.</summary>
    /// <param name="tree">The members of the result.</param>
    /// <param name="given">What may leave.</param>
    public FieldPlan(FieldTree tree, FieldSet given)
    {
        _given = given;
        Steps = StepsOf(tree.Fields, slot: null);
    }

    /// <summary>What is done below Sonuc; none where everything may leave.</summary>
    public FieldStep[] Steps { get; }

    /// <summary>The path of each slot: that of a withheld value, or of the record it is withheld with.</summary>
    public IReadOnlyList<string> Slots => _slots;

    private FieldStep[] StepsOf(IReadOnlyList<FieldDescription> fields, int? slot) =>
        [.. fields.Select(field => StepOf(field, slot)).OfType<FieldStep>()];

    /// <summary>Null where nothing is to be done. A slot is given from above when more than this member is withheld under one name.</summary>
    private FieldStep? StepOf(FieldDescription field, int? slot)
    {
        if (field.Shape == FieldShape.Value)
        {
            return IsWithheld(field) ? new FieldStep(FieldAccesses.Of(field), [], isList: false, goes: true, slot ?? NewSlot(field)) : null;
        }

        var isAllWithheld = IsAllWithheld(field);
        var below = StepsOf(field.Children, slot ?? (isAllWithheld ? NewSlot(field) : null));
        return below.Length == 0
            ? null
            : new FieldStep(FieldAccesses.Of(field), below, field.Shape == FieldShape.List, goes: isAllWithheld && !field.IsStructural, slot: -1);
    }

    /// <summary>What of a structural value lies in a part of the result that the operation never gives goes with the part.</summary>
    private bool IsWithheld(FieldDescription field) =>
        field.IsOutside || (!field.IsStructural && !_given.IsGiven(field.Path, field.IsSpecial));

    /// <summary>Structural values neither keep a record nor leave alone; a record of nothing else is withheld by nobody.</summary>
    private bool IsAllWithheld(FieldDescription field)
    {
        var values = ValuesBelow(field).Where(value => value.IsOutside || !value.IsStructural).ToList();
        return values.Count > 0 && values.TrueForAll(IsWithheld);
    }

    private static IEnumerable<FieldDescription> ValuesBelow(FieldDescription field) =>
        field.Shape == FieldShape.Value ? [field] : field.Children.SelectMany(ValuesBelow);

    private int NewSlot(FieldDescription field)
    {
        _slots.Add(field.Path);
        return _slots.Count - 1;
    }
}
