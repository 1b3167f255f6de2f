namespace Kps.Gateway.Call.Entitling;

/// <summary>What became of a result's fields, as the outcome row tells it.</summary>
/// <param name="Withheld">Paths that had data and were emptied; null when none.</param>
/// <param name="Returned">Parts that leave filled; null when none.</param>
internal readonly record struct ProjectedFields(string? Withheld, string? Returned);
