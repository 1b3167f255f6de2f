using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Cli.Text;
using Kps.Contracts;
using Kps.Contracts.Answers;

namespace Kps.Cli.AuditLog;

/// <summary>Everything the rows of a call or an act say, field by field, with criteria and result where they were opened: for an inspection, personal data in clear.</summary>
internal static class CallDetail
{
    private const int LabelWidth = 22;

    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(TextWriter writer, AuditCall call)
    {
        var operation = call.Opening.Operation;
        await WriteEntryAsync(writer, Heading(call.Opening.Kind), call.Opening, operation);
        await WriteBodyAsync(writer, "Ölçütler", call.Criteria);
        if (call.Closing is { } closing)
        {
            await WriteEntryAsync(writer, "Sonuç kaydı", closing, operation);
            await WriteBodyAsync(writer, "Yanıt", call.Result);
        }

        if (call.Outcomes > 1)
        {
            await writer.WriteLineAsync($"  DİKKAT: bu çağrının {call.Outcomes} sonuç kaydı var; en eskisi gösterildi.");
        }

        await writer.WriteLineAsync();
    }

    public static async Task WriteAsync(TextWriter writer, AuditEntry act)
    {
        await WriteEntryAsync(writer, "İşlem kaydı", act, act.Operation);
        await writer.WriteLineAsync();
    }

    private static string Heading(AuditKind opening) => opening switch
    {
        AuditKind.Refused => "Ret kaydı",
        AuditKind.TokenIssued => "Jeton kaydı",
        _ => "Niyet kaydı",
    };

    private static async Task WriteEntryAsync(TextWriter writer, string heading, AuditEntry entry, KpsOperation operation)
    {
        await writer.WriteLineAsync($"  {heading}");
        foreach (var (label, value) in Fields(entry, operation))
        {
            if (value is { Length: > 0 })
            {
                await writer.WriteLineAsync($"    {label.PadRight(LabelWidth)} {value}");
            }
        }
    }

    private static async Task WriteBodyAsync(TextWriter writer, string heading, SealedText? body)
    {
        if (body is not { } open)
        {
            return;
        }

        var text = open.Codec switch
        {
            SealedText.Utf8 => Readable(open.Plain),
            AnswerCodec.Id => Indented(AnswerCodec.Decode(open.Plain)),
            _ => $"bu sürümün bilmediği biçim {open.Codec}: {Convert.ToHexStringLower(open.Plain.Span)}",
        };
        await writer.WriteLineAsync($"    {heading}:");
        foreach (var line in text.Split('\n'))
        {
            await writer.WriteLineAsync($"      {line.TrimEnd('\r')}");
        }
    }

    // The log escapes the letters of names; a reader wants them as letters.
    private static string Readable(ReadOnlyMemory<byte> criteria)
    {
        try
        {
            using var json = JsonDocument.Parse(criteria);
            return JsonSerializer.Serialize(json.RootElement, Letters);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(criteria.Span);
        }
    }

    private static string Indented(byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            writer.WriteNode(reader, defattr: false);
        }

        return text.ToString();
    }

    private static IEnumerable<(string Label, string? Value)> Fields(AuditEntry entry, KpsOperation operation) =>
    [
        ("Yazıldı", Istanbul.ExactText(entry.RecordedAt)),
        ("İstek geldi", Time(entry.ReceivedAt)),
        ("NVİ'ye gitti", Time(entry.NviSentAt)),
        ("NVİ'den geldi", Time(entry.NviAnsweredAt)),
        ("Süreç", Number(entry.Process)),
        ("Kapı", DoorWords.Of(entry.Door)),
        ("SOAP", entry.SoapVersion switch { 11 => "1.1", 12 => "1.2", _ => null }),
        ("Kimlik bilgisi", entry.Credential == AuditCredential.None ? null : entry.Credential.ToString()),
        ("Karşı uç", entry.PeerAddress?.ToString()),
        ("Çağıran adres", entry.CallerAddress?.ToString()),
        ("İstemci", entry.ClientStack),
        ("Kullanıcı no", Number(entry.UserId)),
        ("Kurum no", Number(entry.InstitutionId)),
        ("İletideki KurumKodu", Number(entry.KurumKodu)),
        ("Uygulama no", Number(entry.ApplicationId)),
        ("Uygulama sürümü", entry.ApplicationVersion),
        ("Denenen kullanıcı", Hash(entry.AttemptedUserName)),
        ("Jeton", entry.TokenIslemNo is { } issue ? $"{issue} numaralı işlemle verildi" : null),
        ("Sorgu", entry.Operation == KpsOperation.None ? null : entry.Operation.ToString()),
        ("Sorgulanan kişi", Hash(entry.Subject)),
        ("Sorgulayan", Hash(entry.Asker)),
        ("Kişi anahtarı", Number(entry.SubjectKeyId)),
        ("İşaretler", entry.Marks == AuditMarks.None ? null : entry.Marks.ToString()),
        ("Sonuç", entry.Outcome is { } outcome ? $"{Number(outcome)} ({OutcomeWords.Of(entry, operation)})" : null),
        ("Neden", entry.Cause),
        ("Dönen alanlar", entry.FieldsReturned),
        ("Verilmeyen alanlar", entry.FieldsWithheld),
        .. entry.Attempts.Select(attempt => (
            "NVİ denemesi", (string?)$"{attempt.Kind} {Istanbul.ExactText(attempt.StartedAt)} {Milliseconds(attempt.Duration)} {attempt.Result}")),
        ("STS süresi", Span(entry.StsTime)),
        ("NVİ süresi", Span(entry.NviTime)),
        ("Geçit süresi", Span(entry.GatewayTime)),
        ("Niyeti yazma süresi", Span(entry.IntentCommitTime)),
        ("İşlem", entry.Act == AuditAct.None ? null : $"{entry.Act} ({ActWords.Of(entry.Act)})"),
        ("Yapan", entry.ActBy),
        ("Yapan kullanıcı no", Number(entry.ActorUserId)),
        ("Neye yapıldı", entry.ActTarget),
        ("Ne değişti", entry.ActDetail),
        ("Gerekçe", entry.ActReason),
        ("Hangi çağrı", entry.ActAbout?.ToString()),
        ("Satır sayısı", Long(entry.ActRows)),
        ("SHA-256", Hex(entry.ActSha256)),
        ("Ağaç", Long(entry.TreeSize)),
        ("Ağaç kökü", Hex(entry.TreeRoot)),
        ("Yayımlanan ağaç", Long(entry.PublishedSize)),
        ("Yayımlanan kök", Hex(entry.PublishedRoot)),
        ("Gövde SHA-256", Hex(entry.BodySha256)),
        ("Gövde anahtarı", Number(entry.BodyKeyId)),
        ("Gövde biçimi", Number(entry.BodyCodec)),
        ("Bilinmeyen alanlar", entry.UnknownTags.Count == 0 ? null : string.Join(' ', entry.UnknownTags.Select(tag => Number(tag)))),
    ];

    private static string? Time(DateTimeOffset? time) => time is { } known ? Istanbul.ExactText(known) : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Long(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Hex(ReadOnlyMemory<byte> bytes) => bytes.IsEmpty ? null : Convert.ToHexStringLower(bytes.Span);

    private static string? Hash(SubjectIndex? index) => index?.ToString();

    private static string? Span(TimeSpan span) => span == TimeSpan.Zero ? null : Milliseconds(span);

    private static string Milliseconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:F3} ms");
}
