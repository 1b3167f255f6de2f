using System.Net;
using System.Text;
using Kps.Audit;
using Kps.Audit.Exporting;
using Kps.Audit.Sequencing;
using Kps.Contracts;
using Kps.Evidence.Notes;
using Kps.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Kps.AuditVerify.Tests;

/// <summary>A log with calls in it, written and sealed by the code the gateway runs, for somebody to tamper with.</summary>
internal sealed class SealedLog : IAsyncDisposable
{
    public const string Origin = "kps.example/denetim";

    private readonly TimeProvider _time;
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _started = [];

    private SealedLog(TestDatabase database, TimeProvider time)
    {
        _time = time;
        Database = database;
        var master = NewPath("master.key");
        MasterKeyFile.Create(master);
        var settings = new Dictionary<string, string?> { ["ConnectionString"] = database.Gateway, ["MasterKeyFile"] = master, ["NodeName"] = "test" };
        _services = new ServiceCollection().AddLogging().AddSingleton(time)
            .AddKpsAudit(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        (KeyFile, Key) = NewKey();
        Published = NewPath("published");
    }

    public TestDatabase Database { get; }

    /// <summary>The key that seals, and what checks it.</summary>
    public string KeyFile { get; }

    public string Key { get; }

    public string Published { get; }

    private IAuditLog Log => _services.GetRequiredService<IAuditLog>();

    /// <summary>An empty log.</summary>
    /// <param name="time">The clock of the rows.</param>
    /// <param name="prepare">What must be done to the database before.</param>
    public static async Task<SealedLog> StartAsync(TimeProvider? time = null, string? prepare = null)
    {
        var database = await TestDatabase.CreateAsync();
        if (prepare is not null)
        {
            await database.ExecuteAsync(prepare);
        }

        var log = new SealedLog(database, time ?? TimeProvider.System);
        foreach (var service in log._services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
            log._started.Add(service);
        }

        return log;
    }

    /// <summary>A log of two batches and more, with calls of each kind: 0 to 619 leaves, the last tile not full.</summary>
    public static async Task<SealedLog> WithCallsAsync()
    {
        var log = await StartAsync();
        await log.AskAsync(200);
        await log.SealAsync();
        await log.AskAsync(100);
        for (var index = 0; index < 10; index++)
        {
            await log.Log.RefuseAsync(log.Facts(), new CallRefusal { Code = 3102, Cause = "WrongPassword" }, Criteria());
            await log.Log.IssueAsync(log.Facts() with { Door = AuditDoor.Sts, Operation = KpsOperation.None, Subject = null }, null);
        }

        await log.SealAsync();
        return log;
    }

    public static string NewPath(string name) => Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}-{name}");

    public static (string File, string Verifier) NewKey()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var file = NewPath("seal.pem");
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        using var verifier = NoteVerifier.Of(Origin, key.ExportSubjectPublicKeyInfo());
        return (file, verifier.ToString());
    }

    /// <summary>Calls with intent and outcome, many at a time.</summary>
    public async Task<IslemNo> AskAsync(int count)
    {
        var calls = Enumerable.Range(0, count).Select(async _ =>
        {
            var facts = Facts();
            var ticket = await Log.OpenAsync(facts, Criteria(), CancellationToken.None);
            await Log.CloseAsync(ticket, new CallOutcome { Code = 0, NviTime = TimeSpan.FromMilliseconds(30), FieldsReturned = "TC:Ad,Soyad" }, new SealedText("{}"u8.ToArray(), SealedText.Utf8));
            return facts.IslemNo;
        });
        return (await Task.WhenAll(calls))[0];
    }

    /// <summary>An intent that never gets its outcome.</summary>
    public async Task<IslemNo> OpenAsync()
    {
        var facts = Facts();
        await Log.OpenAsync(facts, Criteria(), CancellationToken.None);
        return facts.IslemNo;
    }

    /// <summary>Lets a node seal all there is.</summary>
    public async Task SealAsync(string? keyFile = null, string? published = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionString"] = Database.Sequencer,
            ["SigningKeyFile"] = keyFile ?? KeyFile,
            ["Origin"] = Origin,
            ["PublishedFile"] = published ?? Published,
            ["Interval"] = "00:00:00.1",
        };
        await using var services = new ServiceCollection().AddLogging()
            .AddKpsSequencer(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        var hosted = services.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
        {
            await service.StartAsync(CancellationToken.None);
        }

        var state = services.GetRequiredService<ITreeState>();
        for (var attempt = 0; state.WaitingRows != 0; attempt++)
        {
            Assert.That(attempt, Is.LessThan(1200), $"The node is {state.Role} {state.Halt}");
            await Task.Delay(50);
        }

        foreach (var service in hosted)
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Exports all of it, with bodies.</summary>
    public Task<string> ExportAsync() => ExportAsync(Database.Panel, null, null);

    public static async Task<string> ExportAsync(string panel, DateTimeOffset? from, DateTimeOffset? to)
    {
        var directory = NewPath("export");
        await new LogExport(panel, TimeProvider.System).MakeAsync(
            new ExportRequest(directory, "Bilirkişi istedi", "test@host") { From = from, To = to, WithBodies = true }, CancellationToken.None);
        return directory;
    }

    /// <summary>Exports and verifies.</summary>
    public async Task<Verdict> VerifyAsync(params string[] more) => Verdict.Of(["export", await ExportAsync(), "--key", Key, .. more]);

    /// <summary>A statement as the owner of the machine could run it.</summary>
    public Task TamperAsync(string sql) => Database.ExecuteAsync("SET session_replication_role = replica; " + sql);

    /// <summary>A row by its leaf: a WHERE of its own columns.</summary>
    public async Task<(string Where, IslemNo IslemNo)> RowAsync(long leaf)
    {
        await using var connection = new NpgsqlConnection(Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT islem_no, kind FROM audit.entry ORDER BY tx, islem_no, kind, entry OFFSET $1 LIMIT 1", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = leaf });
        await using var reader = await command.ExecuteReaderAsync();
        Assert.That(await reader.ReadAsync(), $"There is no leaf {leaf}.");
        Assert.That(IslemNo.TryCreate(reader.GetInt64(0), out var islemNo));
        return ($"islem_no = {islemNo.Value} AND kind = {reader.GetInt16(1)}", islemNo);
    }

    /// <summary>Stops writing.</summary>
    public async Task StopAsync()
    {
        foreach (var service in _started)
        {
            await service.StopAsync(CancellationToken.None);
        }

        _started.Clear();
    }

    /// <summary>One more row, sealed and published.</summary>
    public async Task SealRowAsync()
    {
        await ExportAsync();
        await SealAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static SealedText Criteria() => new(Encoding.UTF8.GetBytes("""{"kimlikNo":"…"}"""), SealedText.Utf8);

    private CallFacts Facts() => new()
    {
        IslemNo = Log.NextIslemNo(),
        ReceivedAt = _time.GetUtcNow(),
        Door = AuditDoor.Router,
        SoapVersion = 12,
        Credential = AuditCredential.UsernameToken,
        PeerAddress = IPAddress.Parse("10.1.2.3"),
        CallerAddress = IPAddress.Parse("203.0.113.7"),
        ClientStack = "Microsoft WCF/4.0",
        UserId = 1,
        InstitutionId = 1,
        ApplicationVersion = "4.2.1",
        Operation = KpsOperation.BilesikKisiSorgula,
        Subject = Tckn.FromFirstNine(234_567_891),
        Asker = Tckn.FromFirstNine(246_813_579).Value,
    };
}
