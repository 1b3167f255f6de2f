using System.Security.Cryptography;
using Kps.Gateway.Call.Tokens;
using Kps.Registry.Tokens;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Call.Tokens;

internal sealed class TokenKeysTests
{
    private TokenHouse _house = null!;

    [SetUp]
    public void Open() => _house = new TokenHouse();

    [TearDown]
    public void Close() => _house.Dispose();

    [Test]
    public void LatestKeyWhoseTimeHasCome_Signs()
    {
        _house.Registry.Load(_house.NewKey(1, TimeSpan.FromHours(-2)), _house.NewKey(2, TimeSpan.FromHours(-1)), _house.NewKey(3, TimeSpan.FromMinutes(2)));
        var node = _house.Node();

        Assert.That(Signing(node), Is.EqualTo(2));
        _house.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.That(Signing(node), Is.EqualTo(3));
    }

    [Test]
    public void KeysOfTheOtherKind_WithdrawnAndForeignOnes_AreNotUsed()
    {
        using var other = TokenHouse.NewMaster();
        _house.Registry.Load(
            _house.NewKey(1, isTest: true),
            _house.NewKey(2, withdrawnAt: _house.Time.GetUtcNow()),
            _house.NewKey(3, master: other),
            TokenHouse.With(_house.NewKey(4, master: other), masterKeyId: _house.Master.Id),
            _house.NewKey(5, bits: 1024));
        var node = _house.Node();

        Assert.That(Signing(node), Is.Null);
        Assert.That(Enumerable.Range(0, 9).Select(id => node.Keys.Ring.FindAccepted(id, _house.Time.GetUtcNow())), Is.All.Null);
        Assert.That(node.Keys.Ring.Accepted(_house.Time.GetUtcNow()), Is.Empty);
    }

    [Test]
    public async Task UnusableKey_IsToldOnce()
    {
        using var other = TokenHouse.NewMaster();
        _house.Registry.Load(_house.NewKey(3, master: other), TokenHouse.With(_house.NewKey(4, master: other), masterKeyId: _house.Master.Id));
        var node = _house.Node();
        await node.Keys.RefreshAsync(CancellationToken.None);
        await node.Keys.RefreshAsync(CancellationToken.None);

        Assert.That(node.Log.Count, Is.EqualTo(2));
        Assert.That(node.Log.All, Does.Contain("9022 Key 3").And.Contain("9023 Key 4"));
    }

    [Test]
    public void Withdrawal_CountsWithTheSnapshot_AndTheFormerKeyStaysRetired()
    {
        _house.Registry.Load(_house.NewKey(1, TimeSpan.FromHours(-2)), _house.NewKey(2, TimeSpan.FromHours(-1)));
        var node = _house.Node();
        _house.Registry.Load(_house.Registry.Keys[0], TokenHouse.Withdrawn(_house.Registry.Keys[1]));

        var end = _house.Registry.Keys[1].SignsFrom + RegisteredTokenKey.Overlap;
        Assert.That(Signing(node), Is.Null);
        Assert.That(node.Keys.Ring.FindAccepted(2, _house.Time.GetUtcNow()), Is.Null);
        Assert.That(node.Keys.Ring.FindAccepted(1, end.AddTicks(-1))?.Id, Is.EqualTo(1), "Its last tokens live on.");
        Assert.That(node.Keys.Ring.FindAccepted(1, end), Is.Null);
    }

    [Test]
    public async Task RetiredKeyAlone_LeadsToANewOne()
    {
        var taken = 0;
        _house.Registry.Load(_house.NewKey(1, TimeSpan.FromHours(-2)), TokenHouse.Withdrawn(_house.NewKey(2, TimeSpan.FromHours(-1))));
        var node = _house.Node(ensureFirst: (_, _) => Task.FromResult(++taken > 0));
        Assert.That(taken, Is.EqualTo(1));

        _house.Registry.Load([.. _house.Registry.Keys, _house.NewKey(3)]);
        Assert.That(await node.Keys.RefreshAsync(CancellationToken.None));
        Assert.That((taken, Signing(node)), Is.EqualTo((1, 3)));
    }

    [Test]
    public void KeyThisNodeCannotOpen_EndsTheTimeOfTheOneBefore()
    {
        using var other = TokenHouse.NewMaster();
        _house.Registry.Load(_house.NewKey(1, TimeSpan.FromHours(-2)), _house.NewKey(2, TimeSpan.FromMinutes(2), master: other));
        var node = _house.Node();
        Assert.That(Signing(node), Is.EqualTo(1));
        _house.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(Signing(node), Is.Null);
        Assert.That(node.Issuer.Issue(TokenHouse.Subject), Is.Null);
        Assert.That(node.Keys.Ring.FindAccepted(1, _house.Time.GetUtcNow())?.Id, Is.EqualTo(1));
        Assert.That(node.Keys.Ring.FindAccepted(1, _house.Time.GetUtcNow() + RegisteredTokenKey.Overlap), Is.Null);
    }

    [Test]
    public void KeyOfAClockThatIsAhead_SignsWhereNoOtherMay()
    {
        _house.Registry.Load(TokenHouse.Withdrawn(_house.NewKey(1)), _house.NewKey(2, TimeSpan.FromMinutes(3)), _house.NewKey(3, TimeSpan.FromMinutes(5)));

        Assert.That(Signing(_house.Node()), Is.EqualTo(2));
    }

    [Test]
    public async Task KeyOfAnotherRow_IsRefusedAndToldOnce()
    {
        var production = _house.NewKey(1);
        _house.Registry.Load(production, _house.NewKey(2, isTest: true));
        var copied = TokenHouse.With(_house.Registry.Keys[1], wrapped: production.Wrapped);
        _house.Registry.Load(production, copied);
        var node = _house.Node(testMode: true);
        Assert.That(await node.Keys.RefreshAsync(CancellationToken.None), "There is nothing to try again.");

        Assert.That(Signing(node), Is.Null);
        Assert.That(node.Log.Count, Is.EqualTo(1));
        Assert.That(node.Log.All, Does.Contain("9024 Key 2").And.Contain(production.Fingerprint).And.Contain(copied.Fingerprint));
        Assert.That(Signing(_house.Node()), Is.EqualTo(1));
    }

    [Test]
    public async Task RowThatChangesItsFingerprint_IsNoLongerUsed()
    {
        _house.Registry.Load(_house.NewKey(1));
        var node = _house.Node();
        _house.Registry.Load(TokenHouse.With(_house.Registry.Keys[0], fingerprint: new string('0', 64)));
        await node.Keys.RefreshAsync(CancellationToken.None);

        Assert.That(Signing(node), Is.Null);
    }

    [Test]
    public async Task WithdrawnKeyInUse_EndsItsCall()
    {
        _house.Registry.Load(_house.NewKey(1));
        var node = _house.Node();
        var key = node.Keys.Ring.Signing(_house.Time.GetUtcNow())!;
        _house.Registry.Load([]);
        await node.Keys.RefreshAsync(CancellationToken.None);

        Assert.That(IsSignedBy(_house.Private[1], key));
    }

    [Test]
    public async Task FirstKey_IsMadeWhereThereIsNone([Values] bool testMode)
    {
        var taken = new List<NewTokenKey>();
        _house.Registry.Load(_house.NewKey(1, isTest: !testMode));
        var node = _house.Node(testMode, ensureFirst: (candidate, _) =>
        {
            taken.Add(candidate);
            return Task.FromResult(true);
        });

        Assert.That(taken, Has.Count.EqualTo(1));
        Assert.That((taken[0].IsTest, taken[0].MasterKeyId, taken[0].SignsFrom), Is.EqualTo((testMode, _house.Master.Id, _house.Time.GetUtcNow())));
        Assert.That(node.Log.All, Does.Contain("9020").And.Contain(taken[0].Fingerprint));
        _house.Registry.Load(Registered(2, taken[0]));
        Assert.That(await node.Keys.RefreshAsync(CancellationToken.None));

        var key = node.Keys.Ring.Signing(_house.Time.GetUtcNow());
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(await _house.Master.UnwrapAsync(taken[0].Wrapped, CancellationToken.None), out _);
        Assert.That(key?.Id, Is.EqualTo(2));
        Assert.That(rsa.KeySize, Is.EqualTo(2048));
        Assert.That(IsSignedBy(rsa, key!));
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())), Is.EqualTo(taken[0].Fingerprint));
        Assert.That(taken, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task FirstKey_IsTriedAgainWhileTheDatabaseIsAway()
    {
        var tries = new List<string>();
        var isAway = true;
        _house.Registry.Load([]);
        var node = _house.Node(ensureFirst: (candidate, _) =>
        {
            tries.Add(candidate.Fingerprint);
            return isAway ? throw new TimeoutException("uydurma") : Task.FromResult(false);
        });
        Assert.That(await node.Keys.RefreshAsync(CancellationToken.None), Is.False);
        isAway = false;
        Assert.That(await node.Keys.RefreshAsync(CancellationToken.None), Is.False, "Another node's key has been taken; no snapshot shows it yet.");

        Assert.That(tries, Has.Count.EqualTo(3));
        Assert.That(tries.Distinct(), Has.Exactly(1).Items, "One candidate: a key costs a tenth of a second to make.");
        Assert.That(node.Log.Count, Is.EqualTo(1));
        Assert.That(node.Log.All, Does.Contain("9021"));
        Assert.That(node.Issuer.Issue(TokenHouse.Subject), Is.Null);
    }

    [Test]
    public async Task Service_StartsWithoutARegistry_AndFollowsIt()
    {
        var node = _house.Node();
        await node.Keys.StartAsync(CancellationToken.None);
        Assert.That(Signing(node), Is.Null);

        _house.Registry.Load(_house.NewKey(1));
        await EventuallyAsync(() => Signing(node) == 1);
        _house.Registry.Load(_house.Registry.Keys[0], _house.NewKey(2));
        await EventuallyAsync(() => Signing(node) == 2);
        await node.Keys.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Service_HasItsKeyWhenItHasStarted()
    {
        _house.Registry.Load(_house.NewKey(1));
        var node = _house.Node();
        using var keys = node.Keys;
        await keys.StartAsync(CancellationToken.None);

        Assert.That(Signing(node), Is.EqualTo(1));
        await keys.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task TwoNodesOnAnEmptyDatabase_HaveOneKey()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = TokenKeyStore.Create(database.Gateway, new Fakes.SilentJournal());
        var gate = new TaskCompletionSource();
        var taken = 0;
        async Task<bool> EnsureAsync(NewTokenKey candidate, CancellationToken ct)
        {
            await gate.Task;
            var isTaken = await store.EnsureFirstAsync(candidate, ct);
            Interlocked.Add(ref taken, isTaken ? 1 : 0);
            return isTaken;
        }

        _house.Registry.Load([]);
        var starts = Enumerable.Range(0, 4).Select(_ => Task.Run(() => _house.Node(ensureFirst: EnsureAsync))).ToList();
        gate.SetResult();
        await Task.WhenAll(starts);

        Assert.That(taken, Is.EqualTo(1));
        Assert.That(await store.ListAsync(CancellationToken.None), Has.Count.EqualTo(1));
    }

    private static bool IsSignedBy(RSA rsa, SigningKey key)
    {
        byte[] data = [1, 2, 3];
        return rsa.VerifyData(data, key.Sign(data), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static async Task EventuallyAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds() && tries < 1000; tries++)
        {
            await Task.Delay(20);
        }

        Assert.That(holds());
    }

    private static RegisteredTokenKey Registered(int id, NewTokenKey key) => new()
    {
        Id = id,
        IsTest = key.IsTest,
        Wrapped = key.Wrapped,
        MasterKeyId = key.MasterKeyId,
        Fingerprint = key.Fingerprint,
        SignsFrom = key.SignsFrom,
        WithdrawnAt = null,
    };

    private int? Signing(TokenNode node) => node.Keys.Ring.Signing(_house.Time.GetUtcNow())?.Id;
}
