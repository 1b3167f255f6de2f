using System.Security.Cryptography;
using Kps.Registry.Tokens;
using Npgsql;

namespace Kps.Registry.Tests.Tokens;

internal sealed class TokenKeyStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;
    private TokenKeyStore _store = null!;

    [SetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync();
        _store = TokenKeyStore.Create(_database.Gateway, new KeptJournal());
    }

    [TearDown]
    public async Task TearDown() => await _database.DisposeAsync();

    [Test]
    public async Task EnsureFirst_OfNodesThatStartAtOnce_OneSucceeds()
    {
        var candidates = Enumerable.Range(0, 8).Select(_ => NewKey()).ToArray();

        var taken = await Task.WhenAll(candidates.Select(candidate => _store.EnsureFirstAsync(candidate, CancellationToken.None)));

        var keys = await _store.ListAsync(CancellationToken.None);
        Assert.That(taken.Count(isTaken => isTaken), Is.EqualTo(1));
        Assert.That(keys.Select(key => key.Fingerprint), Is.EqualTo(new[] { candidates[Array.IndexOf(taken, true)].Fingerprint }));
    }

    [Test]
    public async Task EnsureFirst_LooksAtItsOwnKindOnly()
    {
        await _store.EnsureFirstAsync(NewKey(), CancellationToken.None);

        Assert.That(await _store.EnsureFirstAsync(NewKey(isTest: true), CancellationToken.None), Is.True);
        Assert.That(await _store.EnsureFirstAsync(NewKey(), CancellationToken.None), Is.False);
        Assert.That((await _store.ListAsync(CancellationToken.None)).Select(key => key.IsTest), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task EnsureFirst_WhenAllAreWithdrawn_TakesAnother()
    {
        var first = await _store.AddAsync(NewKey(), CancellationToken.None);
        await _store.WithdrawAsync(first, Noon, CancellationToken.None);

        Assert.That(await _store.EnsureFirstAsync(NewKey(), CancellationToken.None), Is.True);
    }

    [Test]
    public async Task EnsureFirst_WhenOnlyARetiredKeyIsLeft_TakesAnother()
    {
        await _store.AddAsync(NewKey(signsFrom: Noon.AddDays(-2)), CancellationToken.None);
        var second = await _store.AddAsync(NewKey(signsFrom: Noon.AddDays(-1)), CancellationToken.None);
        await _store.WithdrawAsync(second, Noon.AddHours(-1), CancellationToken.None);

        Assert.That(await _store.EnsureFirstAsync(NewKey(), CancellationToken.None), Is.True);
        Assert.That(await _store.EnsureFirstAsync(NewKey(signsFrom: Noon.AddHours(1)), CancellationToken.None), Is.False);
    }

    [TestCase(-1, TestName = "EnsureFirst_WhenTheSuccessorNeverBegan_LeavesTheSigner")]
    [TestCase(1, TestName = "EnsureFirst_WhenTheSuccessorIsStillAhead_LeavesTheSigner")]
    public async Task EnsureFirst_LeavesTheSigner(int successorBeginsIn)
    {
        await _store.AddAsync(NewKey(signsFrom: Noon.AddDays(-2)), CancellationToken.None);
        var second = await _store.AddAsync(NewKey(signsFrom: Noon.AddHours(successorBeginsIn)), CancellationToken.None);
        await _store.WithdrawAsync(second, Noon.AddHours(-2), CancellationToken.None);

        Assert.That(await _store.EnsureFirstAsync(NewKey(), CancellationToken.None), Is.False);
    }

    [Test]
    public async Task EnsureFirst_WhenAKeyIsWaiting_TakesNone()
    {
        await _store.AddAsync(NewKey(signsFrom: Noon.AddMinutes(3)), CancellationToken.None);

        Assert.That(await _store.EnsureFirstAsync(NewKey(), CancellationToken.None), Is.False);
    }

    [Test]
    public async Task Add_IsListedInTheOrderOfSigning()
    {
        var later = NewKey(signsFrom: Noon.AddHours(1));
        var sooner = NewKey(signsFrom: Noon.AddHours(-1));
        var laterId = await _store.AddAsync(later, CancellationToken.None);
        var soonerId = await _store.AddAsync(sooner, CancellationToken.None);

        var keys = await _store.ListAsync(CancellationToken.None);

        Assert.That(keys.Select(key => key.Id), Is.EqualTo(new[] { soonerId, laterId }));
        Assert.That(keys[0], Is.EqualTo(new TokenKeyListing(soonerId, false, "deneme", sooner.Fingerprint, keys[0].CreatedAt, sooner.SignsFrom, null)));
        Assert.That(keys[0].CreatedAt, Is.EqualTo(TimeProvider.System.GetUtcNow()).Within(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task Withdraw_HappensOnce()
    {
        var id = await _store.AddAsync(NewKey(), CancellationToken.None);

        Assert.That(await _store.WithdrawAsync(id, Noon, CancellationToken.None), Is.True);
        Assert.That(await _store.WithdrawAsync(id, Noon.AddDays(1), CancellationToken.None), Is.False);
        Assert.That(await _store.WithdrawAsync(id + 1, Noon, CancellationToken.None), Is.False);
        Assert.That((await _store.ListAsync(CancellationToken.None)).Single().WithdrawnAt, Is.EqualTo(Noon));
    }

    [Test]
    public async Task Add_SameKeyTwice_IsRefusedByTheDatabase()
    {
        var key = NewKey();
        await _store.AddAsync(key, CancellationToken.None);

        AssertRefused(() => _store.AddAsync(key with { IsTest = true }, CancellationToken.None), "uq_token_key_fingerprint");
    }

    [Test]
    public void Add_KeyThatMakesNoSense_IsRefusedByTheDatabase()
    {
        AssertRefused(() => _store.AddAsync(NewKey() with { Wrapped = new byte[23] }, CancellationToken.None), "ck_token_key_wrapped");
        AssertRefused(() => _store.AddAsync(NewKey() with { Wrapped = new byte[8193] }, CancellationToken.None), "ck_token_key_wrapped");
        AssertRefused(() => _store.AddAsync(NewKey() with { MasterKeyId = string.Empty }, CancellationToken.None), "ck_token_key_master_key_id");
        AssertRefused(() => _store.AddAsync(NewKey() with { Fingerprint = new string('A', 64) }, CancellationToken.None), "ck_token_key_fingerprint");
    }

    [Test]
    public async Task Snapshot_ShowsTheKeys_AndAWithdrawal()
    {
        await using var house = await RegistryHouse.StartAsync(_database.Gateway);
        await house.SeesAsync(snapshot => snapshot.TokenKeys.Count == 0);
        var later = NewKey(isTest: true, Noon.AddHours(1));
        var sooner = NewKey(isTest: false, Noon.AddHours(-1));
        await house.TokenKeys.AddAsync(later, CancellationToken.None);
        var soonerId = await house.TokenKeys.AddAsync(sooner, CancellationToken.None);
        await house.SeesAsync(snapshot => snapshot.TokenKeys.Count == 2);

        var keys = house.Registry.Current.TokenKeys;
        Assert.That(keys.Select(key => key.SignsFrom), Is.EqualTo(new[] { sooner.SignsFrom, later.SignsFrom }));
        Assert.That(keys.Select(key => key.IsTest), Is.EqualTo(new[] { false, true }));
        Assert.That(keys[0].Id, Is.EqualTo(soonerId));
        Assert.That(keys[0].Wrapped.ToArray(), Is.EqualTo(sooner.Wrapped));
        Assert.That(keys[0].MasterKeyId, Is.EqualTo("deneme"));
        Assert.That(keys[0].Fingerprint, Is.EqualTo(sooner.Fingerprint));
        Assert.That(keys[0].WithdrawnAt, Is.Null);

        await _store.WithdrawAsync(soonerId, Noon, CancellationToken.None);
        await house.SeesAsync(snapshot => snapshot.TokenKeys[0].WithdrawnAt == Noon);
    }

    [Test]
    public async Task Draw_WrapsAnRsaKey_AndWipesTheClearOne()
    {
        ReadOnlyMemory<byte> seen = default;
        var size = 0;
        var fingerprint = string.Empty;
        var key = await NewTokenKey.DrawAsync(
            isTest: true,
            Noon,
            "deneme",
            (clear, _) =>
            {
                seen = clear;
                using var rsa = RSA.Create();
                rsa.ImportPkcs8PrivateKey(clear.Span, out var read);
                size = read == clear.Length ? rsa.KeySize : 0;
                fingerprint = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()));
                return ValueTask.FromResult(new byte[] { 1, 2, 3 });
            },
            CancellationToken.None);

        Assert.That((key.IsTest, key.MasterKeyId, key.Fingerprint, key.SignsFrom), Is.EqualTo((true, "deneme", fingerprint, Noon)));
        Assert.That(key.Wrapped, Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(size, Is.EqualTo(NewTokenKey.RsaBits));
        Assert.That(seen.ToArray(), Is.All.Zero);
    }

    private static NewTokenKey NewKey(bool isTest = false, DateTimeOffset? signsFrom = null) =>
        new(isTest, RandomNumberGenerator.GetBytes(1224), "deneme", RandomNumberGenerator.GetHexString(64, lowercase: true), signsFrom ?? Noon);

    private static void AssertRefused(Func<Task> act, string constraint) =>
        Assert.That(act, Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.ConstraintName)).EqualTo(constraint));
}
