using System.Net;
using System.Text;
using Kps.Audit;
using Kps.Contracts;
using Kps.Contracts.Answers;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;
using Kps.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kps.Cli.Tests.AuditLog;

/// <summary>A log with calls in it, written by the log itself as the gateway does it.</summary>
internal sealed class WrittenLog : IAsyncDisposable
{
    public static readonly Tckn Person = Tckn.FromFirstNine(234_567_891);

    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _started = [];

    private WrittenLog(TestDatabase database, string masterKeyFile)
    {
        MasterKeyFile = masterKeyFile;
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionString"] = database.Gateway,
            ["MasterKeyFile"] = masterKeyFile,
            ["NodeName"] = "test",
        };
        _services = new ServiceCollection().AddLogging()
            .AddKpsAudit(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }

    public string MasterKeyFile { get; }

    private IAuditLog Log => _services.GetRequiredService<IAuditLog>();

    public static async Task<WrittenLog> StartAsync(TestDatabase database)
    {
        var key = CliRun.NewPath("master.key");
        Kps.Audit.MasterKeyFile.Create(key);
        var log = new WrittenLog(database, key);
        foreach (var service in log._services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
            log._started.Add(service);
        }

        return log;
    }

    /// <summary>A forwarded call and its outcome.</summary>
    public async Task<IslemNo> AskAsync(int userId, int code, string? cause = null)
    {
        var (islemNo, ticket) = await OpenAsync(userId);
        var outcome = new CallOutcome { Code = code, Cause = cause, NviTime = TimeSpan.FromMilliseconds(30), GatewayTime = TimeSpan.FromMilliseconds(11) };
        var answer = new KpsServisSonucuBilesikKisiBilgisi { Sonuc = new BilesikKisiBilgisi { KimlikNo = Person.Value } };
        await Log.CloseAsync(ticket, outcome, new SealedText(AnswerCodec.Encode(KpsOperation.BilesikKisiSorgula, ContractGeneration.V2021, answer), AnswerCodec.Id));
        return islemNo;
    }

    /// <summary>A forwarded call of any operation with the answer it got.</summary>
    /// <param name="operation">What was asked.</param>
    /// <param name="criteria">As JSON.</param>
    /// <param name="subject">Whom for; null where nobody was named by number.</param>
    /// <param name="generation">The generation the answer has the shape of.</param>
    /// <param name="answer">The answer.</param>
    public async Task<IslemNo> AnswerAsync(
        KpsOperation operation, string criteria, Tckn? subject, ContractGeneration generation, IKpsServisSonucu answer)
    {
        var facts = Facts(1) with { Door = DoorOf(operation), Operation = operation, Subject = subject };
        var ticket = await Log.OpenAsync(facts, new SealedText(Encoding.UTF8.GetBytes(criteria), SealedText.Utf8), CancellationToken.None);
        await Log.CloseAsync(ticket, new CallOutcome { Code = 0 }, new SealedText(AnswerCodec.Encode(operation, generation, answer), AnswerCodec.Id));
        return facts.IslemNo;
    }

    /// <summary>A call of any operation turned away, about nobody.</summary>
    public async Task<IslemNo> RefuseAsync(KpsOperation operation, int code, string cause)
    {
        var facts = Facts(1) with { Door = DoorOf(operation), Operation = operation, Subject = null };
        await Log.RefuseAsync(facts, new CallRefusal { Code = code, Cause = cause }, null);
        return facts.IslemNo;
    }

    /// <summary>A forwarded call whose outcome was never written.</summary>
    public async Task<(IslemNo IslemNo, AuditTicket Ticket)> OpenAsync(int userId)
    {
        var facts = Facts(userId);
        return (facts.IslemNo, await Log.OpenAsync(facts, Criteria(), CancellationToken.None));
    }

    /// <summary>A token, and a query made with it.</summary>
    public async Task<(IslemNo Issue, IslemNo Query)> AskByTokenAsync(int userId)
    {
        var issue = TokenRequest(userId);
        await Log.IssueAsync(issue, new SealedText("{}"u8.ToArray(), SealedText.Utf8));
        var query = Facts(userId) with { Credential = AuditCredential.SamlToken, TokenIslemNo = issue.IslemNo };
        await Log.OpenAsync(query, Criteria(), CancellationToken.None);
        return (issue.IslemNo, query.IslemNo);
    }

    /// <summary>A request for a token turned away.</summary>
    public async Task<IslemNo> RefuseTokenAsync(int userId, int code, string cause)
    {
        var facts = TokenRequest(userId);
        await Log.RefuseAsync(facts, new CallRefusal { Code = code, Cause = cause }, null);
        return facts.IslemNo;
    }

    /// <summary>A call turned away.</summary>
    public async Task<IslemNo> RefuseAsync(int? userId, int code, string cause)
    {
        var facts = Facts(userId) with { AttemptedUserName = userId is null ? "kimse" : null, InstitutionId = userId is null ? null : 1 };
        await Log.RefuseAsync(facts, new CallRefusal { Code = code, Cause = cause }, Criteria());
        return facts.IslemNo;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _started)
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }

    private static AuditDoor DoorOf(KpsOperation operation) =>
        OperationCatalog.Find(operation)!.Service == KpsService.Ek ? AuditDoor.Ek : AuditDoor.Router;

    private static SealedText Criteria() => new(Encoding.UTF8.GetBytes($$"""{"kimlikNo":{{Person.Value}}}"""), SealedText.Utf8);

    private CallFacts TokenRequest(int userId) => Facts(userId) with { Door = AuditDoor.Sts, Operation = KpsOperation.None, Subject = null };

    private CallFacts Facts(int? userId) => new()
    {
        IslemNo = Log.NextIslemNo(),
        ReceivedAt = TimeProvider.System.GetUtcNow(),
        Door = AuditDoor.Router,
        SoapVersion = 12,
        Credential = AuditCredential.UsernameToken,
        CallerAddress = IPAddress.Parse("203.0.113.7"),
        UserId = userId,
        InstitutionId = 1,
        Operation = KpsOperation.BilesikKisiSorgula,
        Subject = Person,
    };
}
