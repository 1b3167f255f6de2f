using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kps.Contracts;

/// <summary>
/// JSON gets the masked form, as every other text does; without it the serializer would write <see cref="Tckn.Value"/>.
/// Not usable as a property name: two persons may share one masked form.
/// </summary>
internal sealed class MaskedTcknConverter : JsonConverter<Tckn>
{
    public override Tckn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("A number is not read from JSON: there it is masked.");

    public override void Write(Utf8JsonWriter writer, Tckn value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
