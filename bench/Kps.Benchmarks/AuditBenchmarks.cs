using System.Net;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Kps.Audit;
using Kps.Audit.Processes;
using Kps.Audit.Vault;
using Kps.Audit.Writing;
using Kps.Contracts.Answers;

namespace Kps.Benchmarks;

/// <summary>The two rows of a call: sealed, encoded, ready for the writer.</summary>
public class AuditBenchmarks
{
    private readonly RowEncoder _encoder;
    private readonly VaultKey _bodyKey = new(1, RandomNumberGenerator.GetBytes(VaultKey.KeyBytes));
    private readonly VaultKey _subjectKey = new(2, RandomNumberGenerator.GetBytes(VaultKey.KeyBytes));
    private readonly CallFacts _facts;
    private readonly AuditTicket _ticket;
    private readonly CallOutcome _outcome;
    private readonly SealedText _criteria = new(Encoding.UTF8.GetBytes($"{{\"kimlikNo\":{SampleCall.Subject.Value},\"kurumKodu\":\"999001\"}}"), SealedText.Utf8);
    private readonly SealedText _result = new(AnswerCodec.Encode(KpsOperation.BilesikKisiSorgula, ContractGeneration.V2021, SampleCall.Map()), AnswerCodec.Id);
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public AuditBenchmarks()
    {
        var process = new WriterProcess(1, _now);
        var number = process.IslemNumbers.Next();
        _encoder = new RowEncoder(new RowPool(), process);
        _facts = new CallFacts
        {
            IslemNo = number,
            ReceivedAt = _now,
            Door = AuditDoor.Router,
            SoapVersion = 12,
            Credential = AuditCredential.UsernameToken,
            PeerAddress = IPAddress.Loopback,
            CallerAddress = IPAddress.Loopback,
            ClientStack = "Microsoft WCF",
            UserId = 1,
            InstitutionId = 1,
            KurumKodu = 999001,
            ApplicationId = 1,
            Operation = KpsOperation.BilesikKisiSorgula,
            Subject = SampleCall.Subject,
            Asker = SampleCall.Subject.Value,
        };
        _ticket = new AuditTicket(number, _now, TimeSpan.FromMilliseconds(1));
        _outcome = new CallOutcome
        {
            Code = 0,
            NviSentAt = _now,
            NviAnsweredAt = _now,
            Attempts = [new UpstreamAttemptFact(UpstreamAttemptKind.Query, _now, TimeSpan.FromMilliseconds(1), UpstreamAttemptResult.Answered)],
            NviTime = TimeSpan.FromMilliseconds(1),
            GatewayTime = TimeSpan.FromMilliseconds(2),
        };
    }

    /// <summary>The intent.</summary>
    [Benchmark]
    public void Intent() => _encoder.Encode(AuditKind.Opened, _facts, null, _criteria, _now, _bodyKey, _subjectKey).Abandon();

    /// <summary>The outcome with its sealed result.</summary>
    [Benchmark]
    public void Outcome() => _encoder.Encode(_ticket, _outcome, _result, _now, _bodyKey).Abandon();
}
