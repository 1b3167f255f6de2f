using System.Text.Json;
using System.Text.Json.Serialization;
using Kps.Evidence.Trees;

namespace Kps.Evidence;

/// <summary>A hash in JSON: base 64, as on a checkpoint.</summary>
internal sealed class TreeHashJson : JsonConverter<TreeHash>
{
    public override TreeHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes) && bytes.Length == TreeHash.Size
            ? new TreeHash(bytes)
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TreeHash value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.ToArray());
}
