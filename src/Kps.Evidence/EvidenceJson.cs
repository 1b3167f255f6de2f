using System.Text.Json.Serialization;
using Kps.Evidence.Exports;
using Kps.Evidence.Receipts;

namespace Kps.Evidence;

/// <summary>How manifests and receipts stand in JSON. Strict: what is missing, null or unknown is an error, for a verifier must not pass over what it does not know.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(TreeHashJson)])]
[JsonSerializable(typeof(ExportManifest))]
[JsonSerializable(typeof(Receipt))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
