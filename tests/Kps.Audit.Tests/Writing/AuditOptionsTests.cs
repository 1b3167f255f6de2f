using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Tests.Writing;

public sealed class AuditOptionsTests
{
    [Test]
    public async Task All_errors_are_reported_together_without_the_password()
    {
        await using var host = AuditHost.Build(
            "Host=db;Password=parola123", "", null, "QueueCapacity=1", "AppendWait=00:01:00", "StartWait=1.00:00:00", "NodeName=");
        var error = Assert.Throws<OptionsValidationException>(() => _ = host.Options.Value);
        Assert.That(error!.Failures, Has.Exactly(6).Items);
        Assert.That(error.Message, Does.Not.Contain("parola123"));
    }

    [Test]
    public async Task Garbage_for_a_connection_string_is_an_error_not_an_exception()
    {
        await using var host = AuditHost.Build("not a connection string=", AuditHost.NewMasterKey());
        Assert.That(() => host.Options.Value, Throws.TypeOf<OptionsValidationException>());
    }

    [Test]
    public async Task Missing_key_file_is_an_error()
    {
        await using var host = AuditHost.Build("Host=db;Database=kps;Username=kps_gateway", "/nowhere/master");
        Assert.That(() => host.Options.Value, Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MasterKeyFile"));
    }

    [Test]
    public async Task Good_settings_pass_with_documented_defaults()
    {
        await using var host = AuditHost.Build("Host=db;Database=kps;Username=kps_gateway", AuditHost.NewMasterKey());
        Assert.That(host.Options.Value.QueueCapacity, Is.EqualTo(8192));
        Assert.That(host.Options.Value.AppendWait, Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public void Own_master_key_needs_no_file()
    {
        using var file = MasterKeyFile.Open(AuditHost.NewMasterKey());
        var services = new ServiceCollection();
        services.AddSingleton<IMasterKey>(file);
        services.AddKpsAudit(new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionString", "Host=db;Database=kps;Username=kps_gateway")]).Build());
        using var provider = services.BuildServiceProvider();
        Assert.That(provider.GetRequiredService<IOptions<AuditOptions>>().Value.MasterKeyFile, Is.Null);
        Assert.That(provider.GetRequiredService<IMasterKey>(), Is.SameAs(file));
    }
}
