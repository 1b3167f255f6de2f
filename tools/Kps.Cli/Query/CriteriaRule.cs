namespace Kps.Cli.Query;

/// <summary>What the criteria of a query must be to each other.</summary>
/// <param name="Text">The rule as a sentence: stands in the help and is the error.</param>
/// <param name="IsKept">Whether the criteria that were given, by name, keep it.</param>
internal sealed record CriteriaRule(string Text, Func<IReadOnlySet<string>, bool> IsKept);
