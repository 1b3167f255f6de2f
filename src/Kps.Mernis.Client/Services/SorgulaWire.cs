namespace Kps.Mernis.Services;

/// <summary>What differs between the versions of one service.</summary>
/// <param name="Action">The wsa:Action; at NVİ it alone selects service, version and operation (wire contracts b.2).</param>
/// <param name="Operation">Namespace of Sorgula.</param>
/// <param name="List">Namespace of kriterListesi.</param>
/// <param name="Criterion">Namespace of the criterion.</param>
/// <param name="Members">Namespace of the criterion's members.</param>
internal sealed record SorgulaWire(string Action, string Operation, string List, string Criterion, string Members);
