using System.Text.Json;
using Kps.Audit;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Auditing;

/// <summary>The query as it is sealed into the intent: a JSON object with the members as they were sent. Absent members are left out.</summary>
internal static class AuditCriteria
{
    /// <summary>Null when Parse did not get as far as the criteria, and for a token asked for without any caller header.</summary>
    public static SealedText? Of(KpsCall call)
    {
        if (call.RequestIfParsed is not { } request || (request.Criteria is null && request.CallerHeaders == CallerHeaders.None))
        {
            return null;
        }

        var buffer = new System.Buffers.ArrayBufferWriter<byte>(192);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            request.Criteria?.WriteTo(writer);
            WriteIfSent(writer, "sorgulayanKimlikNo"u8, request.CallerHeaders.SorgulayanKimlikNo);
            WriteIfSent(writer, "kurumKodu"u8, request.CallerHeaders.KurumKodu);
            WriteIfSent(writer, "uygulamaKodu"u8, request.CallerHeaders.UygulamaKodu);
            writer.WriteEndObject();
        }

        return new SealedText(buffer.WrittenMemory, SealedText.Utf8);
    }

    private static void WriteIfSent(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
