using System.Diagnostics.CodeAnalysis;
using System.Net;
using Kps.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Kps.Bench.Searching;

/// <summary>
/// A log of months, written by the log itself under a clock that is moved: 600 institutions with five users and one address each, the first of them with most of
/// the calls; one user, person, operation and outcome each that hardly occur, all of them long ago.
/// </summary>
[SuppressMessage("Security", "CA2100", Justification = "The only values in the text are months.")]
internal sealed class InventedLog(SearchSettings settings, DateTimeOffset now)
{
    public const int Users = 3_000;
    public const int RareUser = 2_999;
    public const int RareCode = 6_013;
    private const int UsersOfAnInstitution = 5;
    private const int WritersAtOnce = 1_024;
    private const int CallsOfRareOnes = 5;

    private readonly byte[] _result = new byte[1_400];

    public static Tckn RarePerson { get; } = Tckn.FromFirstNine(998_877_665);

    public static Tckn BusyPerson { get; } = Tckn.FromFirstNine(100_000_000);

    public DateTimeOffset Start { get; } = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1 - settings.Months);

    public static IPAddress AddressOf(int institution) => new([10, (byte)(institution >> 8), (byte)institution, 1]);

    /// <summary>Makes the past months' partitions and writes every call.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        await MakePartitionsAsync(ct);
        var clock = new MovedClock(Start);
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddKpsAudit(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionString"] = settings.Gateway,
                ["MasterKeyFile"] = settings.MasterKeyFile,
                ["NodeName"] = "bench-search",
                ["AppendWait"] = "00:00:10",
            }).Build()).BuildServiceProvider();
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(ct);
        }

        var log = services.GetRequiredService<IAuditLog>();
        var span = now - Start;
        for (var first = 0; first < settings.Calls; first += WritersAtOnce)
        {
            clock.MoveTo(Start + (span * ((double)first / settings.Calls)));
            await Task.WhenAll(Enumerable.Range(first, Math.Min(WritersAtOnce, settings.Calls - first)).Select(index => WriteOneAsync(log, clock, index, ct)));
        }

        foreach (var service in services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(ct);
        }
    }

    private async Task WriteOneAsync(IAuditLog log, MovedClock clock, int index, CancellationToken ct)
    {
        var dice = new Random(index);
        var isRare = index < settings.Calls / 10 && index % (settings.Calls / 10 / CallsOfRareOnes) == 7;
        var user = isRare ? RareUser : (int)((Users - 2) * Math.Pow(dice.NextDouble(), 2));
        var institution = user / UsersOfAnInstitution;
        var facts = new CallFacts
        {
            IslemNo = log.NextIslemNo(),
            ReceivedAt = clock.GetUtcNow(),
            Door = AuditDoor.Router,
            SoapVersion = 12,
            Credential = AuditCredential.UsernameToken,
            PeerAddress = AddressOf(institution),
            CallerAddress = AddressOf(institution),
            ClientStack = "Microsoft WCF",
            UserId = user,
            InstitutionId = institution,
            KurumKodu = 100_000 + institution,
            ApplicationId = institution % 12,
            ApplicationVersion = "4.2.1",
            Operation = isRare ? KpsOperation.KimlikNoIleAdresBilgisiSorgula : KpsOperation.BilesikKisiSorgula,
            Subject = isRare ? RarePerson : dice.Next(1_000) == 0 ? BusyPerson : Tckn.FromFirstNine(100_000_001 + dice.Next(5_000_000)),
            Asker = Tckn.FromFirstNine(200_000_000 + user).Value,
        };
        var criteria = new SealedText(new byte[90], SealedText.Utf8);
        var fate = dice.NextDouble();
        if (!isRare && fate < 0.03)
        {
            await log.RefuseAsync(facts, new CallRefusal { Code = fate < 0.01 ? 3102 : 5001, Cause = "Invented" }, criteria);
            return;
        }

        var ticket = await log.OpenAsync(facts, criteria, ct);
        if (isRare || fate > 0.0301)
        {
            var outcome = new CallOutcome
            {
                Code = isRare ? RareCode : fate < 0.09 ? 2 : 0,
                NviSentAt = clock.GetUtcNow(),
                NviAnsweredAt = clock.GetUtcNow(),
                Attempts = [new UpstreamAttemptFact(UpstreamAttemptKind.Query, clock.GetUtcNow(), TimeSpan.FromMilliseconds(40), UpstreamAttemptResult.Answered)],
                NviTime = TimeSpan.FromMilliseconds(40),
                GatewayTime = TimeSpan.FromMilliseconds(1),
                FieldsReturned = "TCVatandasiKisiKutukleri/KisiBilgisi,TCKKBilgisi",
            };
            await log.CloseAsync(ticket, outcome, new SealedText(_result, SealedText.Utf8));
        }
    }

    private async Task MakePartitionsAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(settings.Superuser);
        await connection.OpenAsync(ct);
        for (var month = Start; month < now.AddMonths(-1); month = month.AddMonths(1))
        {
            await using var make = new NpgsqlCommand($"""
                SET TimeZone = 'UTC';
                CREATE TABLE IF NOT EXISTS audit.entry_{month:yyyy_MM} PARTITION OF audit.entry
                    FOR VALUES FROM ('{month:yyyy-MM-dd}') TO ('{month.AddMonths(1):yyyy-MM-dd}');
                ALTER TABLE audit.entry_{month:yyyy_MM} OWNER TO kps_owner;
                """, connection);
            await make.ExecuteNonQueryAsync(ct);
        }
    }
}
