using System.Net;
using System.Text;
using Kps.Audit.Processes;
using Kps.Audit.Vault;
using Kps.Audit.Writing;
using Kps.Contracts;

namespace Kps.Audit.Tests;

/// <summary>Invented calls.</summary>
internal static class SampleCalls
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static Tckn Person { get; } = Tckn.FromFirstNine(123456789);

    public static Tckn Clerk { get; } = Tckn.FromFirstNine(246813579);

    public static SealedText Text(string text) => new(Encoding.UTF8.GetBytes(text), SealedText.Utf8);

    public static VaultKey BodyKey() => new(11, [.. Enumerable.Range(0, 32).Select(value => (byte)value)]);

    public static VaultKey SubjectKey() => new(12, [.. Enumerable.Range(100, 32).Select(value => (byte)value)]);

    public static WriterProcess Process() => new(0x000102, Noon);

    public static RowEncoder Encoder() => new(new RowPool(), Process());

    public static CallFacts Facts(IslemNo islemNo) => new()
    {
        IslemNo = islemNo,
        ReceivedAt = Noon,
        Door = AuditDoor.Router,
        SoapVersion = 12,
        Credential = AuditCredential.UsernameToken,
        PeerAddress = IPAddress.Parse("10.1.2.3"),
        CallerAddress = IPAddress.Parse("192.0.2.17"),
        ClientStack = "Microsoft WCF/4.0",
        UserId = 41,
        InstitutionId = 42,
        KurumKodu = 43,
        ApplicationId = 44,
        ApplicationVersion = "4.2.1",
        Operation = KpsOperation.BilesikKisiSorgula,
        Subject = Person,
        Asker = Clerk.Value,
        Marks = AuditMarks.PurposeGiven | AuditMarks.AskerDiffersFromUser,
    };

    /// <summary>What the token door knows of a call: nobody is asked for.</summary>
    public static CallFacts TokenRequest(IslemNo islemNo) =>
        Facts(islemNo) with { Door = AuditDoor.Sts, Operation = KpsOperation.None, Subject = null, Marks = AuditMarks.None };

    public static CallOutcome Outcome() => new()
    {
        Code = 0,
        NviSentAt = Noon.AddMilliseconds(3),
        NviAnsweredAt = Noon.AddMilliseconds(53),
        Attempts =
        [
            new UpstreamAttemptFact(UpstreamAttemptKind.Sts, Noon.AddMilliseconds(1), TimeSpan.FromMilliseconds(2), UpstreamAttemptResult.Answered),
            new UpstreamAttemptFact(UpstreamAttemptKind.Query, Noon.AddMilliseconds(3), TimeSpan.FromMilliseconds(50), UpstreamAttemptResult.Answered),
        ],
        StsTime = TimeSpan.FromMilliseconds(2),
        NviTime = TimeSpan.FromMilliseconds(50),
        GatewayTime = TimeSpan.FromMicroseconds(400),
        FieldsReturned = "TC:Ad,Soyad,DogumTarih",
        FieldsWithheld = "TC:Din",
    };
}
