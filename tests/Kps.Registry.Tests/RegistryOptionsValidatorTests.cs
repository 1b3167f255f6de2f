namespace Kps.Registry.Tests;

internal sealed class RegistryOptionsValidatorTests
{
    [Test]
    public void Validate_Defaults_OnlyMissTheConnection()
    {
        var options = new RegistryOptions { ConnectionString = "Host=db;Database=kps;Username=kps_gateway" };

        Assert.That(new RegistryOptionsValidator().Validate(null, options).Failed, Is.False);
    }

    [Test]
    public void Validate_ReportsEverythingAtOnce()
    {
        var options = new RegistryOptions
        {
            PollInterval = TimeSpan.FromSeconds(3),
            CommandTimeout = TimeSpan.FromMilliseconds(1500),
            FailureLimit = 0,
            FailureWindow = TimeSpan.Zero,
            LockDuration = TimeSpan.FromDays(2),
        };

        var failures = new RegistryOptionsValidator().Validate(null, options).Failures!.ToList();

        Assert.That(failures, Has.Count.EqualTo(8));
        foreach (var property in typeof(RegistryOptions).GetProperties())
        {
            Assert.That(failures, Has.Some.Contains(property.Name));
        }
    }

    [Test]
    public void Validate_GarbledConnectionString_IsNotRepeated()
    {
        var result = new RegistryOptionsValidator().Validate(null, new RegistryOptions { ConnectionString = "Host=db;Passwort=geheim1" });

        Assert.That(result.Failed, Is.True);
        Assert.That(result.FailureMessage, Does.Not.Contain("geheim1"));
    }
}
