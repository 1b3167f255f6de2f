namespace Kps.AuditVerify.Entries;

/// <summary>What a field may hold.</summary>
/// <param name="Kind">Which sort of value.</param>
/// <param name="Bytes">Its bytes, exactly or at most; of one element in a list.</param>
internal readonly record struct FieldForm(FieldKind Kind, int Bytes);
