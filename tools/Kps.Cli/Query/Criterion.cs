namespace Kps.Cli.Query;

/// <summary>One member of a request.</summary>
/// <param name="Name">As in the contract.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Example">A value as an operator would write it.</param>
internal sealed record Criterion(string Name, CriterionKind Kind, string Example)
{
    /// <summary>Nothing is asked without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What is sent, in the contract's words, when nothing was said; null = the member is left out.</summary>
    public string? Default { get; init; }

    /// <summary>The names of the enumeration; empty for any other kind.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The elements it stands in, the outermost first; the request element itself is not among them.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];
}
