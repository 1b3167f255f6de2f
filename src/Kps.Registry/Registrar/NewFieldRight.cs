using Kps.Contracts;
using Kps.Registry.Entitlements;

namespace Kps.Registry.Registrar;

/// <summary>What is to be said of one field of an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Kind">Of its request or of its result.</param>
/// <param name="Path">The field, or a record with everything below it; one of <see cref="Contracts.Fields.FieldCatalog"/>.</param>
/// <param name="Dayanak">Legal ground, 1 … 500 characters.</param>
public sealed record NewFieldRight(KpsOperation Operation, FieldKind Kind, string Path, string Dayanak)
{
    /// <summary>Number of the decision, at most 100 characters; may be empty.</summary>
    public string KararNo { get; init; } = string.Empty;

    /// <summary>Last day; null = no end. On a row that withholds it is a reminder only: the field stays withheld until the row is closed.</summary>
    public DateOnly? Bitis { get; init; }

    /// <summary>The operator has been told that software in use cannot read an answer without the field, and goes on.</summary>
    public bool EvenIfClientsBreak { get; init; }
}
