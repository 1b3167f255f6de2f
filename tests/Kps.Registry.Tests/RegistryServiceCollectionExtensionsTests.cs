using Kps.Registry.Registrar;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kps.Registry.Tests;

internal sealed class RegistryServiceCollectionExtensionsTests
{
    [Test]
    public void Host_WithBadOptions_DoesNotStart_AndSaysAllOfIt()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Registry:FailureLimit"] = "1", ["Registry:PollInterval"] = "00:01:00" });
        builder.Services.AddSingleton<Kps.Registry.Journal.IRegistryJournal>(new KeptJournal());
        builder.Services.AddKpsRegistry(builder.Configuration.GetSection("Registry"));
        using var host = builder.Build();

        var refusal = Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())!;

        Assert.That(refusal.Failures.Count(), Is.EqualTo(5));
    }

    [Test]
    public async Task Admin_ActsThroughTheContainer()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var services = new ServiceCollection().AddSingleton<Kps.Registry.Journal.IRegistryJournal>(new KeptJournal()).AddKpsRegistryAdmin(database.Panel).BuildServiceProvider();

        var added = await services.GetRequiredService<RegistryAdmin>().AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");

        Assert.That(added.IsDone, Is.True, added.Refusal?.Message);
    }
}
