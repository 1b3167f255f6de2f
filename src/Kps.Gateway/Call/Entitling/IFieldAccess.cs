namespace Kps.Gateway.Call.Entitling;

/// <summary>Reads and empties one member of a contract class. Made once per member; a use costs a delegate call and no reflection.</summary>
internal interface IFieldAccess
{
    /// <summary>The record or list in the member; null for nil.</summary>
    object? Get(object owner);

    /// <summary>Whether the member holds anything.</summary>
    bool IsFilled(object owner);

    /// <summary>
    /// Puts there what a new owner has: nil, or where clients demand the element an empty one (the dates that contract classes create themselves). Only the member is changed,
    /// never what it held.
    /// </summary>
    void Reset(object owner);
}
