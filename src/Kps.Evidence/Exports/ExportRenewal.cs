namespace Kps.Evidence.Exports;

/// <summary>A stamp over many, by which older stamps outlive their certificates (evidence-format.md, "Stamps").</summary>
/// <param name="Leaves">Where the hashes of its list lie: 32 bytes each, in order.</param>
/// <param name="File">Where the token over the list lies: DER, RFC 3161.</param>
public sealed record ExportRenewal(string Leaves, string File);
