using System.Globalization;
using System.Text.Json;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.AuditLog;

/// <summary>
/// One call as one sentence: when, who, what, about whom or by what (no one at the token door), with what end, how long, from where, under which
/// number. The person asked for stands in the log as a keyed hash only; its first digits are shown, equal for equal persons, and the masked number when
/// the criteria are open.
/// </summary>
internal static class CallSentence
{
    private const int ShownHashDigits = 8;

    public static string Of(AuditCall call, CallerNames names) => string.Join(" · ", Parts(call, names));

    private static IEnumerable<string> Parts(AuditCall call, CallerNames names)
    {
        var opening = call.Opening;
        yield return Istanbul.Text(opening.ReceivedAt ?? opening.RecordedAt);
        yield return Caller(opening, names);
        foreach (var part in Question(call))
        {
            yield return part;
        }

        yield return OutcomeWords.Of(call);
        if (Duration(call) is { } duration)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:F0} ms");
        }

        yield return opening.CallerAddress?.ToString() ?? "adres bilinmiyor";
        yield return $"İşlem No {call.IslemNo}";
    }

    // The token door asks about nobody; a token that was given says so by its end alone.
    private static string[] Question(AuditCall call) => call.Opening switch
    {
        { Kind: AuditKind.TokenIssued } => [],
        { Door: AuditDoor.Sts } => ["jeton isteği"],
        { Operation: KpsOperation.None } => ["sorgu anlaşılmadı", Subject(call)],
        var opening => [opening.Operation.ToString(), Subject(call)],
    };

    private static string Caller(AuditEntry opening, CallerNames names)
    {
        var user = (opening.UserId, opening.AttemptedUserName) switch
        {
            ({ } id, _) => names.User(id),
            (_, { } attempted) => $"kayıtsız kullanıcı {Short(attempted)}",
            _ => "kullanıcı bilinmiyor",
        };
        return opening.InstitutionId is { } institution ? $"{user} ({names.Institution(institution)})" : user;
    }

    private static string Subject(AuditCall call) =>
        MaskedSubject(call.Criteria)
        ?? (call.Opening.Subject is { } subject ? $"kişi {Short(subject)}" : QuestionWords.AskedBy(call.Opening) ?? "kişi yok");

    private static string Short(SubjectIndex index) => $"#{index.ToString()[..ShownHashDigits]}";

    private static string? MaskedSubject(SealedText? criteria)
    {
        if (criteria is not { Codec: SealedText.Utf8 } open)
        {
            return null;
        }

        // The second service writes its members as its contract spells them.
        using var json = JsonDocument.Parse(open.Plain);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            if (string.Equals(member.Name, "kimlikNo", StringComparison.OrdinalIgnoreCase)
                && member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt64(out var value))
            {
                return Tckn.TryCreate(value, out var tckn) ? tckn.ToString() : "biçimsiz numara";
            }
        }

        return null;
    }

    private static TimeSpan? Duration(AuditCall call) => call switch
    {
        { Closing: { } closing } => closing.StsTime + closing.NviTime + closing.GatewayTime,
        { Opening: { Kind: AuditKind.Refused or AuditKind.TokenIssued, ReceivedAt: { } received, RecordedAt: var recorded } } => recorded - received,
        _ => null,
    };
}
