using System.Security.Cryptography;
using Kps.Audit;
using Kps.Audit.Processes;
using Kps.Bench;
using Kps.Gateway;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Queries;
using Kps.Gateway.FrontDoor;
using Kps.Mernis;
using Kps.Mernis.Services.Nko;
using Kps.Registry.Addresses;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nvi.Simulator;

namespace Kps.Benchmarks;

/// <summary>
/// Every query asked once of NVİ's stand-in, by the client and the code that ask NVİ: what is measured afterwards is what such an answer becomes on
/// its way to the hospital.
/// </summary>
internal static class QuerySamples
{
    /// <summary>The longest örnek there is, beside the ordinary one of its operation.</summary>
    public const string FortyPeople = nameof(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula) + "_40";

    private const int People = 40;
    private const int InventedPeople = 20_000;

    private static readonly Lazy<IReadOnlyDictionary<string, QuerySample>> Asked = new(() => AskAsync().GetAwaiter().GetResult());

    /// <summary>The operations of both services and <see cref="FortyPeople"/>. Costs nothing: asking waits for <see cref="Of"/>.</summary>
    public static IEnumerable<string> Names => [.. Operations.Select(operation => operation.Name), FortyPeople];

    private static IEnumerable<OperationDescription> Operations => [.. OperationCatalog.All, .. OperationCatalog.AllOf(KpsService.Ek)];

    /// <summary>The sample of one name.</summary>
    public static QuerySample Of(string name) => Asked.Value[name];

    private static async Task<IReadOnlyDictionary<string, QuerySample>> AskAsync()
    {
        var password = new Secret(RandomNumberGenerator.GetHexString(32));
        var passwordFile = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(passwordFile, password.Reveal());
            await using var simulator = await NviSimulator.StartAsync(
                new NviSimulatorOptions { EnvironmentName = "Test", Password = password, PopulationSize = InventedPeople });
            var services = Services(simulator, passwordFile);
            var forwarder = new UpstreamForwarder(services.GetRequiredService<MernisClient>());
            var queries = services.GetRequiredService<QueryTable>();
            var criteria = new SampleCriteria(simulator.Population);
            var samples = new Dictionary<string, QuerySample>(StringComparer.Ordinal);
            foreach (var operation in Operations)
            {
                var query = queries.Find(operation.Operation) ?? throw new BenchException($"{operation.Name} is not served");
                var call = CallOf(operation, query, criteria.Of(operation.Operation));
                var nvi = new UpstreamConversation(forwarder, Ticket(), default);
                samples[operation.Name] = new QuerySample(query, call, nvi, await query.AskAsync(call, nvi) ?? throw new BenchException($"no answer to {operation.Name}"));
                if (operation.Operation == KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula)
                {
                    samples[FortyPeople] = new QuerySample(query, CallOf(operation, query, criteria.LargestFamily), nvi, await FortyPeopleAsync(nvi, criteria.LargestFamily.Person));
                }
            }

            return samples;
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    private static async Task<object> FortyPeopleAsync(UpstreamConversation nvi, Tckn person)
    {
        var reply = await nvi.AskAsync(MernisQueries.Nko(person, NkoTur.NufusAileKayitOrnekKardesDahil, vukuatli: true, eskiEsListele: false));
        return reply.Value?.Kisiler?.Count == People ? reply : throw new BenchException($"the longest örnek has {reply.Value?.Kisiler?.Count} people, not {People}");
    }

    /// <summary>Lives as long as the process: the client is asked again where a sample is made anew.</summary>
    private static ServiceProvider Services(NviSimulator simulator, string passwordFile)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mernis:StsUrl"] = simulator.StsUrl.AbsoluteUri,
            ["Mernis:RouterUrl"] = simulator.RouterUrl.AbsoluteUri,
            ["Mernis:UserName"] = "KRM-SIMULATOR",
            ["Mernis:PasswordFile"] = passwordFile,
            ["Mernis:AllowPlainHttp"] = "true",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IstanbulClock>();
        services.AddOptions<GatewayOptions>();
        services.AddMernisClient(configuration.GetSection("Mernis"), allowByAnalogy: true);
        services.AddQueries(configuration);
        return services.BuildServiceProvider();
    }

    private static AuditTicket Ticket()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new AuditTicket(new WriterProcess(1, now).IslemNumbers.Next(), now, TimeSpan.Zero);
    }

    private static KpsCall CallOf(OperationDescription operation, IQuery query, QueryCriteria criteria)
    {
        var institution = new RegisteredInstitution(Operations.Select(granted => new RegisteredEntitlement(granted.Operation, "x", string.Empty, null)))
        {
            Id = 1,
            KurumKodu = SampleCall.Caller.KurumKodu,
            Ad = "Gösterim Hastanesi",
            Durum = InstitutionDurum.Aktif,
            Ranges = new AddressRanges([]),
        };
        var user = new RegisteredUser
        {
            Id = 1,
            UserName = SampleCall.Caller.Username,
            PrimaryInstitution = institution,
            Durum = UserDurum.Aktif,
            PasswordHash = null,
            PasswordVersion = 1,
            PasswordExpiresAt = null,
            DefaultApplication = null,
        };
        return new KpsCall(new DefaultHttpContext(), operation.Service == KpsService.Ek ? AuditDoor.Ek : AuditDoor.Router, default, TimeProvider.System.GetUtcNow(), 0)
        {
            AnswerVersion = SoapVersion.Soap12,
            AnswerHeaders = new AnswerHeaders(UsesAddressing: true, "urn:uuid:5a0c0de0-0000-4000-8000-000000000001", Timestamp: true),
            Caller = new Caller(user, institution),
            Request = new SoapRequest { Version = SoapVersion.Soap12, CallerHeaders = CallerHeaders.None, Operation = operation, Query = query, Criteria = criteria },
        };
    }
}
