using Kps.Contracts;
using Kps.Mernis.Services.BilesikKutuk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kps.Mernis.Tests.Fakes;

/// <summary>A client as the host builds it, over a configuration section; keeps every line it logs.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _passwordFile;

    public TestClient(Uri sts, Uri router, Dictionary<string, string?>? settings = null, TimeProvider? time = null, bool allowByAnalogy = false)
    {
        _passwordFile = Path.GetTempFileName();
        File.WriteAllText(_passwordFile, Password + "\n");
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mernis:StsUrl"] = sts.AbsoluteUri,
            ["Mernis:RouterUrl"] = router.AbsoluteUri,
            ["Mernis:UserName"] = "KRM-DENEME",
            ["Mernis:PasswordFile"] = _passwordFile,
            ["Mernis:AllowPlainHttp"] = "true",

            // Generous, so that a loaded machine decides no test; tests of time-outs set their own.
            ["Mernis:TotalTimeout"] = "00:05:00",
            ["Mernis:AttemptTimeout"] = "00:01:00",
            ["Mernis:StsTimeout"] = "00:01:00",
            ["Mernis:ConnectTimeout"] = "00:01:00",
            ["Mernis:QueueTimeout"] = "00:01:00",
        };
        foreach (var (key, value) in settings ?? [])
        {
            values["Mernis:" + key] = value;
        }

        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Lines));
        services.AddMernisClient(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Mernis"), allowByAnalogy);
        _services = services.BuildServiceProvider();
        Mernis = _services.GetRequiredService<MernisClient>();
    }

    public const string Password = "p&<>\"'şifre";

    public MernisClient Mernis { get; }

    public LogLines Lines { get; } = new();

    public string PasswordFile => _passwordFile;

    public static TestClient For(FakeNvi nvi, Dictionary<string, string?>? settings = null, TimeProvider? time = null, bool allowByAnalogy = false) =>
        new(nvi.StsUrl, nvi.RouterUrl, settings, time, allowByAnalogy);

    public Task<MernisReply<BilesikKutukBilgileri>> AskAsync(Tckn? person = null, Tckn? sorgulayan = null, CancellationToken ct = default) =>
        Mernis.SorgulaAsync(MernisQueries.BilesikKutuk(person ?? Answers.Person), new MernisCaller(sorgulayan), ct);

    public Task<MernisReply<T>> AskAsync<T>(MernisQuery<T> query, CancellationToken ct = default)
        where T : class => Mernis.SorgulaAsync(query, default, ct);

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        File.Delete(_passwordFile);
    }
}
