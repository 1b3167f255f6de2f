using Kps.Registry.Journal;
using Kps.Registry.Live;
using Kps.Registry.Passwords;
using Kps.Registry.Registrar;
using Kps.Registry.Tokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Registry.Tests;

/// <summary>A gateway node's registry on a database, wired as the gateway wires it.</summary>
internal sealed class RegistryHouse : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHost _host;

    private RegistryHouse(IHost host) => _host = host;

    public IRegistry Registry => _host.Services.GetRequiredService<IRegistry>();

    public IPasswordFailures Failures => _host.Services.GetRequiredService<IPasswordFailures>();

    public TokenKeyStore TokenKeys => _host.Services.GetRequiredService<TokenKeyStore>();

    /// <summary>Starts a node; does not wait for the first load.</summary>
    /// <param name="connectionString">Of the role kps_gateway.</param>
    /// <param name="pollInterval">May be longer than the validator lets a real node choose, to see LISTEN work alone.</param>
    /// <param name="log">Takes every line.</param>
    public static async Task<RegistryHouse> StartAsync(string connectionString, TimeSpan? pollInterval = null, ILoggerProvider? log = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Registry:ConnectionString"] = connectionString,
            ["Registry:CommandTimeout"] = "00:00:10",
        });
        builder.Services.AddSingleton<IRegistryJournal>(new KeptJournal());
        builder.Services.AddKpsRegistry(builder.Configuration.GetSection("Registry"));
        if (pollInterval is { } interval)
        {
            builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IValidateOptions<RegistryOptions>) && service.ImplementationType is not null));
            builder.Services.Configure<RegistryOptions>(options => options.PollInterval = interval);
        }

        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        var host = builder.Build();
        await host.StartAsync();
        return new RegistryHouse(host);
    }

    public static RegistryAdmin Admin(TestDatabase database, TimeProvider? timeProvider = null, IRegistryJournal? journal = null) =>
        RegistryAdmin.Create(database.Panel, journal ?? new KeptJournal(), timeProvider ?? TimeProvider.System);

    /// <summary>Removes every row, which no role of the product may.</summary>
    public static Task EmptyAsync(TestDatabase database) =>
        database.ExecuteAsync("TRUNCATE registry.institution, registry.application, registry.password_failure CASCADE");

    /// <summary>Waits until the snapshot shows something; returns how long it took.</summary>
    public async Task<TimeSpan> SeesAsync(Func<RegistrySnapshot, bool> shows) =>
        await EventuallyAsync(() => Registry.IsLoaded && shows(Registry.Current));

    public static async Task<TimeSpan> EventuallyAsync(Func<bool> holds)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!holds())
        {
            Assert.That(watch.Elapsed, Is.LessThan(Patience), "it never came");
            await Task.Delay(10);
        }

        return watch.Elapsed;
    }

    /// <summary>Process ids of the backends waiting in LISTEN on the database.</summary>
    public static async Task<int[]> ListenersAsync(TestDatabase database) =>
        await TestDatabase.ScalarAsync<int[]>(
            database.Superuser,
            "SELECT coalesce(array_agg(pid), '{}') FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN kps_registry'");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
    }
}
