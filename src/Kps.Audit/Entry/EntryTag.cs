namespace Kps.Audit.Entry;

/// <summary>
/// Tags of the canonical entry, version 1. The bytes are hashed into the tree and can never be rewritten: a tag keeps its number and form
/// for ever, and a new field takes a new number. Every tag is described in docs/reference/audit-row-format.md.
/// </summary>
internal enum EntryTag : byte
{
    Salt = 1,
    Kind = 2,
    IslemNo = 3,
    Process = 4,

    RecordedAt = 10,
    ReceivedAt = 11,
    NviSentAt = 12,
    NviAnsweredAt = 13,

    Door = 20,
    SoapVersion = 21,
    Credential = 22,
    PeerAddress = 23,
    CallerAddress = 24,
    ClientStack = 25,

    UserId = 30,
    InstitutionId = 31,
    KurumKodu = 32,
    ApplicationId = 33,
    ApplicationVersion = 34,
    AttemptedUserName = 35,
    TokenIslemNo = 36,

    Operation = 40,
    Subject = 41,
    Asker = 42,
    SubjectKeyId = 43,
    Marks = 44,

    Outcome = 50,
    Cause = 51,
    FieldsReturned = 52,
    FieldsWithheld = 53,

    Attempts = 60,
    StsTime = 61,
    NviTime = 62,
    GatewayTime = 63,
    IntentCommitTime = 64,

    BodySha256 = 70,
    BodyKeyId = 71,
    BodyCodec = 72,

    Act = 80,
    ActReason = 81,
    ActBy = 82,
    TreeSize = 83,
    TreeRoot = 84,
    PublishedSize = 85,
    PublishedRoot = 86,
    ActorUserId = 87,
    ActTarget = 88,
    ActDetail = 89,
    ActAbout = 90,
    ActRows = 91,
    ActSha256 = 92,
}
