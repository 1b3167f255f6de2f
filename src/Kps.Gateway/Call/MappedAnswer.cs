using Kps.Contracts.Ortak;

namespace Kps.Gateway.Call;

/// <summary>An answer as it will leave.</summary>
/// <param name="Result">The contract tree.</param>
/// <param name="Code">For the outcome row: 0 with a record, else the Kod of the business answer (2 = no record).</param>
/// <param name="FieldsWithheld">Paths NVİ filled and the gateway kept back (<see cref="Entitling.WithheldNames"/>); null when none.</param>
internal sealed record MappedAnswer(IKpsServisSonucu Result, int Code, string? FieldsWithheld)
{
    /// <summary>Which parts leave filled (<see cref="Entitling.ReturnedNames"/>); null without a record.</summary>
    public string? FieldsReturned { get; init; }
}
