using System.Text.Json;
using System.Text.Json.Serialization;
using Kps.Contracts;

namespace Nvi.Simulator.Control;

/// <summary>Writes a number of an invented person in clear, as text; only the samples use it.</summary>
internal sealed class TcknJsonConverter : JsonConverter<Tckn>
{
    /// <inheritdoc />
    public override Tckn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Tckn.TryParse(reader.GetString(), out var number) ? number : throw new JsonException("Eleven digits expected.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Tckn value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
