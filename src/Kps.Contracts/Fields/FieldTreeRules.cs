namespace Kps.Contracts.Fields;

/// <summary>What a result's types do not say of its members themselves.</summary>
public sealed class FieldTreeRules
{
    /// <summary>Nothing.</summary>
    public static FieldTreeRules None { get; } = new();

    /// <summary>Paths that repeat the number asked for: the caller has it already.</summary>
    public IReadOnlyList<string> Echoes { get; init; } = [];

    /// <summary>Paths the shared type has and the operation never gives.</summary>
    public IReadOnlyList<string> Outside { get; init; } = [];

    /// <summary>Ends of paths without which a client in use cannot read the answer.</summary>
    public IReadOnlyList<string> Demanded { get; init; } = [];
}
