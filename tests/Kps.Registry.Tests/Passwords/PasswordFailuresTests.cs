using System.Globalization;
using Kps.Contracts;

namespace Kps.Registry.Tests.Passwords;

internal sealed class PasswordFailuresTests
{
    private static readonly string Name = Tckn.FromFirstNine(518_330_274).Value.ToString(CultureInfo.InvariantCulture);

    private TestDatabase _database = null!;
    private RegistryHouse _house = null!;
    private DateTimeOffset _now = new(2090, 1, 1, 9, 0, 0, TimeSpan.Zero);

    [OneTimeSetUp]
    public async Task StartNode()
    {
        _database = await TestDatabase.CreateAsync();
        _house = await RegistryHouse.StartAsync(_database.Gateway);
        await RegistryHouse.EventuallyAsync(() => _house.Registry.IsLoaded);
    }

    [OneTimeTearDown]
    public async Task StopNode()
    {
        await _house.DisposeAsync();
        await _database.DisposeAsync();
    }

    [SetUp]
    public async Task SetUp()
    {
        await RegistryHouse.EmptyAsync(_database);

        // In the far future, so that the node's own clock never ends a lock of a test; each test a day later, so that none sees another's.
        _now = _now.AddDays(1);
    }

    [Test]
    public async Task TenthFailure_Locks_AndTheLockEndsByItself()
    {
        await FailAsync(9);
        Assert.That(_house.Failures.IsLocked(Name, _now), Is.False);

        await FailAsync(1);

        Assert.That(_house.Failures.IsLocked(Name, _now), Is.True);
        Assert.That(_house.Failures.IsLocked(Name, _now.AddMinutes(15).AddTicks(-1)), Is.True);
        Assert.That(_house.Failures.IsLocked(Name, _now.AddMinutes(15)), Is.False);
        Assert.That(_house.Failures.IsLocked("baska", _now), Is.False);
    }

    [Test]
    public async Task FailuresOutsideTheWindow_DoNotAddUp()
    {
        await FailAsync(9);
        _now = _now.AddMinutes(15);

        await FailAsync(9);
        Assert.That(_house.Failures.IsLocked(Name, _now), Is.False);

        await FailAsync(1);
        Assert.That(_house.Failures.IsLocked(Name, _now), Is.True);
    }

    [Test]
    public async Task FailuresDuringTheLock_DoNotProlongIt()
    {
        await FailAsync(10);
        var locked = _now;
        _now = _now.AddMinutes(14);

        await FailAsync(20);

        Assert.That(_house.Failures.IsLocked(Name, locked.AddMinutes(15)), Is.False);
    }

    [Test]
    public async Task AfterTheLock_CountingStartsAnew()
    {
        await FailAsync(10);
        _now = _now.AddMinutes(15);

        await FailAsync(9);
        Assert.That(_house.Failures.IsLocked(Name, _now), Is.False);

        await FailAsync(1);
        Assert.That(_house.Failures.IsLocked(Name, _now), Is.True);
    }

    [Test]
    public async Task ConcurrentFailures_AreAllCounted()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => FailAsync(1)));

        Assert.That(_house.Failures.IsLocked(Name, _now), Is.True);
    }

    [Test]
    public async Task Lock_IsSeenByTheOtherNodes()
    {
        await using var other = await RegistryHouse.StartAsync(_database.Gateway);
        await RegistryHouse.EventuallyAsync(() => other.Registry.IsLoaded);

        await FailAsync(10);

        await RegistryHouse.EventuallyAsync(() => other.Failures.IsLocked(Name, _now));
    }

    [Test]
    public async Task Rows_HoldNoName()
    {
        await FailAsync(1);

        var row = await TestDatabase.ScalarAsync<string>(_database.Superuser, "SELECT password_failure::text FROM registry.password_failure");
        Assert.That(row, Does.Not.Contain(Name));
        Assert.That(
            await TestDatabase.ScalarAsync<bool>(
                _database.Superuser, $"SELECT name_key = sha256('{Name}'::bytea) FROM registry.password_failure"),
            Is.False,
            "an unkeyed hash of eleven digits is as good as the digits");
    }

    [Test]
    public async Task OldRows_AreSwept()
    {
        await _database.ExecuteAsync(
            "INSERT INTO registry.password_failure VALUES (sha256('eski'), now() - interval '2 days', 3, NULL), (sha256('yeni'), now(), 3, NULL)");

        await using var fresh = await RegistryHouse.StartAsync(_database.Gateway);

        await RegistryHouse.EventuallyAsync(() => fresh.Registry.IsLoaded);
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Superuser, "SELECT count(*) FROM registry.password_failure"), Is.EqualTo(1));
    }

    private async Task FailAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            await _house.Failures.RecordAsync(Name, _now, CancellationToken.None);
        }
    }
}
