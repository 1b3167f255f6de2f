using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Contracts;
using Kps.Gateway;
using Kps.Registry.Live;
using Kps.Registry.Registrar;
using Kps.Registry.Users;
using Kps.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nvi.Simulator;
using Nvi.Simulator.Population;

namespace Kps.EndToEnd.Tests.Harness;

/// <summary>
/// The whole house on loopback: real PostgreSQL with its real roles, the NVİ simulator over TLS, the gateway's own host on Kestrel over
/// TLS, one institution with a user who may ask.
/// </summary>
internal sealed class TestEnvironment : IAsyncDisposable
{
    public const int KurumKodu = 990001;

    public static readonly Secret NviPassword = new("Nvi-Gosterim-1");

    /// <summary>All an operator can turn on by configuration, so that it is looked at too.</summary>
    private static readonly string[] EverythingLogged =
    [
        "--Logging:LogLevel:Default=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace",
        "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Trace",
        "--Logging:LogLevel:Microsoft.Extensions=Trace",
        "--Logging:LogLevel:Microsoft.Hosting=Trace",
    ];

    private readonly List<IAsyncDisposable> _owned = [];
    private readonly ConcurrentDictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    private TimeProvider _gatewayClock = TimeProvider.System;
    private TimeProvider _nviClock = TimeProvider.System;
    private TimeSpan _tokenLifetime = TimeSpan.FromHours(10);
    private int _institutions;

    private TestEnvironment()
    {
    }

    public TestCertificates Certificates { get; } = new();

    public CapturedLog Log { get; } = new();

    public TestDatabase Database { get; private set; } = null!;

    public NviSimulator Nvi { get; private set; } = null!;

    public WebApplication Gateway { get; private set; } = null!;

    public RegistryAdmin Admin { get; private set; } = null!;

    /// <summary>Calls from 127.0.0.1, which lies in the institution's range.</summary>
    public HttpClient Http => HttpFrom("127.0.0.1");

    /// <summary>Schema of the WSDL as the gateway serves it at the query door; every success reply of that door is held against it.</summary>
    public ServedSchema Schema { get; private set; } = null!;

    /// <summary>The same of the 2017 generation.</summary>
    public ServedSchema Schema2017 { get; private set; } = null!;

    /// <summary>The same of the supplementary query door.</summary>
    public ServedSchema EkSchema { get; private set; } = null!;

    public int Port { get; } = TestCluster.FreePort();

    public Uri RouterUrl => new($"https://localhost:{Port}{GatewayHost.RouterPath}");

    public Uri EkUrl => new($"https://localhost:{Port}{GatewayHost.EkPath}");

    public Uri StsUrl => new($"https://localhost:{Port}{GatewayHost.StsPath}");

    /// <summary>By the gateway's clock.</summary>
    public DateTimeOffset Now => _gatewayClock.GetUtcNow();

    public PopulationSamples Samples => Nvi.Population.Samples;

    /// <summary>Name (a generated number, seed S1) and password of an active, entitled user inside the range.</summary>
    public TestUser User { get; private set; } = null!;

    /// <summary>Starts everything and waits until the gateway is ready.</summary>
    /// <param name="cluster">Own cluster of tests that stop the database; null = the shared one.</param>
    /// <param name="settings">Further configuration of the gateway.</param>
    public static Task<TestEnvironment> StartAsync(TestCluster? cluster = null, params string[] settings) =>
        StartAsync(cluster, new TestEnvironment(), settings);

    /// <summary>The same with clocks that can be set wrong.</summary>
    /// <param name="gatewayClock">The gateway's.</param>
    /// <param name="nviClock">NVİ's.</param>
    /// <param name="tokenLifetime">How long NVİ's tokens are good for.</param>
    /// <param name="settings">Further configuration of the gateway.</param>
    public static Task<TestEnvironment> StartAsync(TimeProvider gatewayClock, TimeProvider nviClock, TimeSpan tokenLifetime, params string[] settings) =>
        StartAsync(null, new TestEnvironment { _gatewayClock = gatewayClock, _nviClock = nviClock, _tokenLifetime = tokenLifetime }, settings);

    private static async Task<TestEnvironment> StartAsync(TestCluster? cluster, TestEnvironment environment, string[] settings)
    {
        try
        {
            await environment.StartPartsAsync(cluster, settings);
            return environment;
        }
        catch
        {
            await environment.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds an active user with a generated password to the institution and waits until the gateway knows.</summary>
    public async Task<TestUser> AddUserAsync(int kurumKodu = KurumKodu)
    {
        var userName = NewNumber();
        var added = Require(await Admin.AddUserAsync(new NewUser
        {
            UserName = userName,
            Ad = "GÖSTERİM",
            Soyad = "KULLANICISI",
            KurumKodu = kurumKodu,
            Durum = UserDurum.Aktif,
            GeneratePassword = true,
        }));
        var password = added.Password!.Generated!.Value.Reveal();
        await WaitForAsync(registry => registry.FindUser(userName) is not null);
        return new TestUser(added.Id, userName, password);
    }

    /// <summary>Adds an institution with one range, or none, and usually the right to ask.</summary>
    /// <returns>Its KurumKodu; <see cref="AddUserAsync"/> waits until the gateway knows it.</returns>
    public async Task<int> AddInstitutionAsync(string? range, bool isEntitled = true)
    {
        var kurumKodu = KurumKodu + Interlocked.Increment(ref _institutions);
        Require(await Admin.AddInstitutionAsync(kurumKodu, "KOMŞU DEVLET HASTANESİ", "İZMİR"));
        if (range is not null)
        {
            Require(await Admin.AddRangeAsync(kurumKodu, range, "test", RangeConsents.Private | RangeConsents.Overlap));
        }

        if (isEntitled)
        {
            Require(await Admin.GrantOperationAsync(kurumKodu, KpsOperation.BilesikKisiSorgula, "Test"));
        }

        return kurumKodu;
    }

    /// <summary>Registers an application and waits until the gateway knows.</summary>
    /// <returns>Its UygulamaKodu.</returns>
    public async Task<Guid> AddApplicationAsync(ContractGeneration nesil)
    {
        var kod = Require(await Admin.AddApplicationAsync(new NewApplication("GÖSTERİM YAZILIM", "GÖSTERİM HBYS") { Nesil = nesil })).Kod;
        await WaitForAsync(registry => registry.FindApplication(kod) is not null);
        return kod;
    }

    /// <summary>Changes a user's state and waits until the gateway knows.</summary>
    public async Task SetDurumAsync(TestUser user, UserDurum durum)
    {
        Require(await Admin.SetUserDurumAsync(user.UserName, durum));
        await WaitForAsync(registry => registry.FindUser(user.UserName)?.Durum == durum);
    }

    /// <summary>Rows of any kind with this number, counted past every view.</summary>
    public Task<long> CountRowsAsync(string islemNo)
    {
        Assert.That(IslemNo.TryParse(islemNo, out var parsed), Is.True, islemNo);
        return TestDatabase.ScalarAsync<long>(Database.Superuser, $"SELECT count(*) FROM audit.entry WHERE islem_no = {parsed.Value}");
    }

    /// <summary>Waits until the gateway's registry shows a change.</summary>
    public async Task WaitForAsync(Func<RegistrySnapshot, bool> isSeen)
    {
        var registry = Gateway.Services.GetRequiredService<IRegistry>();
        for (var attempt = 0; !registry.IsLoaded || !isSeen(registry.Current); attempt++)
        {
            Assert.That(attempt, Is.LessThan(600), "The gateway did not see the registry change within 30 s.");
            await Task.Delay(50);
        }
    }

    /// <summary>Writes the file the gateway reads for each token request.</summary>
    public async Task SetNviPasswordAsync(Secret password)
    {
        var file = Certificates.FileIn("nvi.password");
        File.Delete(file);
        await File.WriteAllTextAsync(file, password.Reveal());
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
    }

    /// <summary>Opens the log as an operator with the master key does.</summary>
    public async Task<AuditReader> OpenAuditAsync()
    {
        var vault = await AuditVault.OpenAsync(Database.Panel, MasterKeyFile.Open(Certificates.FileIn("master.key")), CancellationToken.None);
        return new AuditReader(Database.Panel, TimeProvider.System, vault);
    }

    /// <summary>The rows of one call, criteria and result unsealed.</summary>
    public async Task<AuditCall> AuditOfAsync(string islemNo)
    {
        Assert.That(IslemNo.TryParse(islemNo, out var parsed), Is.True, islemNo);
        await using var reader = await OpenAuditAsync();
        var call = await reader.FindAsync(parsed, unseal: true, CancellationToken.None);
        Assert.That(call, Is.Not.Null, "The call stands in the log.");
        return call!;
    }

    /// <summary>A client whose connections leave from the given address of loopback: what the gateway sees as the caller.</summary>
    /// <param name="source">For example 127.0.0.2; Linux lets any of 127.0.0.0/8 be bound.</param>
    public HttpClient HttpFrom(string source) => _clients.GetOrAdd(source, address => LoopbackClient.Create(IPAddress.Parse(address), Certificates.Ca));

    /// <summary>Posts a body as it is, to the query door unless another is named.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="prepare">What else the request carries.</param>
    /// <param name="from">Who sends it; null = from 127.0.0.1.</param>
    /// <param name="to">The door.</param>
    /// <param name="generation">Whose schema a success reply must fit.</param>
    public async Task<SoapReply> PostAsync(
        byte[] body,
        string contentType,
        Action<HttpRequestMessage>? prepare = null,
        HttpClient? from = null,
        Uri? to = null,
        ContractGeneration generation = ContractGeneration.V2021)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to ?? RouterUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        prepare?.Invoke(request);
        using var response = await (from ?? Http).SendAsync(request);
        var reply = new SoapReply(
            (int)response.StatusCode, response.Headers, response.Content.Headers.ContentType, await response.Content.ReadAsByteArrayAsync());
        if (reply.Status == 200)
        {
            SchemaOf(request.RequestUri!, generation)?.Check(reply);
        }

        return reply;
    }

    /// <summary>Posts a request made by <see cref="SoapMessage"/>.</summary>
    public Task<SoapReply> PostAsync(SoapMessage message, HttpClient? from = null) => PostAsync(
        message.ToBytes(),
        message.ContentType,
        request =>
        {
            if (message.SoapAction is { } action)
            {
                request.Headers.TryAddWithoutValidation("SOAPAction", action);
            }

            if (message.BasicCredential is { } credential)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(credential)));
            }

            foreach (var (name, value) in message.HttpHeaders)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        },
        from,
        message.Service == KpsService.Ek ? EkUrl : RouterUrl,
        message.Generation);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        for (var index = _owned.Count - 1; index >= 0; index--)
        {
            await _owned[index].DisposeAsync();
        }

        Certificates.Dispose();
    }

    /// <summary>Starts a gateway on this database and this NVİ; it lives as long as the house.</summary>
    public async Task<WebApplication> StartNodeAsync(int port, params string[] settings)
    {
        var node = GatewayHost.Build([.. GatewayArguments(port, settings), .. EverythingLogged], builder =>
        {
            builder.Services.AddSingleton(_gatewayClock);
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(Log);
        });
        _owned.Add(node);
        await node.StartAsync();
        return node;
    }

    /// <summary>Command line of a gateway on this database and this NVİ.</summary>
    public string[] GatewayArguments(int port, params string[] settings) =>
    [
        $"--Audit:ConnectionString={Database.Gateway}",
        $"--Audit:MasterKeyFile={Certificates.FileIn("master.key")}",
        "--Audit:NodeName=test",

        // The longest allowed: a busy test machine is no outage.
        "--Audit:AppendWait=00:00:10",
        $"--Sequencer:ConnectionString={Database.Sequencer}",
        $"--Sequencer:SigningKeyFile={Certificates.FileIn("seal.pem")}",
        "--Sequencer:Origin=kps.example/denetim",
        $"--Sequencer:PublishedFile={Certificates.FileIn($"published-{port}")}",
        $"--Registry:ConnectionString={Database.Gateway}",
        $"--Mernis:StsUrl={Nvi.StsUrl}",
        $"--Mernis:RouterUrl={Nvi.RouterUrl}",
        "--Mernis:UserName=KRM-SIMULATOR",
        $"--Mernis:PasswordFile={Certificates.FileIn("nvi.password")}",
        $"--Mernis:TrustedCaFile={Certificates.CaFile}",
        $"--Kestrel:Endpoints:Https:Url=https://localhost:{port}",
        $"--Kestrel:Endpoints:Https:Certificate:Path={Certificates.CertificateFile}",
        $"--Kestrel:Endpoints:Https:Certificate:KeyPath={Certificates.KeyFile}",
        "--environment=Development",
        .. settings,
    ];

    public static string NewNumber() =>
        Tckn.FromFirstNine(RandomNumberGenerator.GetInt32(100_000_000, 899_999_999)).Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static T Require<T>(RegistryResult<T> result)
        where T : class
    {
        Assert.That(result.IsDone, Is.True, result.Refusal?.ToString());
        return result.Value!;
    }

    private async Task StartPartsAsync(TestCluster? cluster, string[] settings)
    {
        Database = await TestDatabase.CreateAsync(cluster);
        _owned.Add(Database);
        Nvi = await NviSimulator.StartAsync(new NviSimulatorOptions
        {
            EnvironmentName = "Test",
            Password = NviPassword,
            Certificate = Certificates.Server,
            PublicHost = "localhost",
            TokenLifetime = _tokenLifetime,
            TimeProvider = _nviClock,
        });
        _owned.Add(Nvi);

        Admin = RegistryAdmin.Create(Database.Panel, new UnwrittenJournal(), TimeProvider.System);
        Require(await Admin.AddInstitutionAsync(KurumKodu, "GÖSTERİM DEVLET HASTANESİ", "ANKARA"));
        Require(await Admin.AddRangeAsync(KurumKodu, "127.0.0.1", "test", RangeConsents.Private));
        Require(await Admin.AddRangeAsync(KurumKodu, "::1", "test", RangeConsents.Private));
        foreach (var operation in OperationCatalog.AllOf(KpsService.Kps).Concat(OperationCatalog.AllOf(KpsService.Ek)))
        {
            Require(await Admin.GrantOperationAsync(KurumKodu, operation.Operation, "Test"));
        }

        await File.WriteAllBytesAsync(Certificates.FileIn("master.key"), RandomNumberGenerator.GetBytes(32));
        using (var sealKey = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(Certificates.FileIn("seal.pem"), sealKey.ExportPkcs8PrivateKeyPem());
        }

        await SetNviPasswordAsync(NviPassword);
        File.SetUnixFileMode(Certificates.FileIn("master.key"), UnixFileMode.UserRead);
        Gateway = await StartNodeAsync(Port, settings);
        Schema = new ServedSchema(await Http.GetByteArrayAsync(new Uri(RouterUrl, "?singleWsdl")));
        Schema2017 = new ServedSchema(await Http.GetByteArrayAsync(new Uri(RouterUrl, "?singleWsdl=2017")));
        EkSchema = new ServedSchema(await Http.GetByteArrayAsync(new Uri(EkUrl, "?singleWsdl")));
        User = await AddUserAsync();
    }

    private ServedSchema? SchemaOf(Uri door, ContractGeneration generation) => door.AbsolutePath switch
    {
        GatewayHost.RouterPath => generation == ContractGeneration.V2017 ? Schema2017 : Schema,
        GatewayHost.EkPath => EkSchema,
        _ => null,
    };
}
