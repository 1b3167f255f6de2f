using Kps.Audit.Tests.Sequencing;
using Kps.Evidence.Stamps;
using Kps.TestSupport;

namespace Kps.Audit.Tests.Anchoring;

/// <summary>A log, a sequencer, and a real time-stamping authority.</summary>
internal sealed class AnchorerTests
{
    private LocalTsa _tsa = null!;

    [SetUp]
    public async Task StartAuthority() => _tsa = await LocalTsa.StartNewAsync();

    [TearDown]
    public async Task StopAuthority() => await _tsa.DisposeAsync();

    [Test]
    public async Task Checkpoints_AreStampedAndAnAuditorCanTell()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await AnchoringHost.StartAsync(database, AnchoringHost.Stamping(_tsa));
        await LogRows.AddAsync(database, 3);
        await host.StampedAsync(3);
        await LogRows.AddAsync(database, 4, firstNumber: 4);
        await host.StampedAsync(7);

        var kept = await KeptStamps.ReadAsync(database);
        Assert.That(kept, Is.Not.Empty);
        Assert.That(kept[^1].Size, Is.EqualTo(7));
        Assert.That(kept.Select(one => one.Covers), Is.All.EqualTo("checkpoint"));
        Assert.That(kept.Select(one => one.Stamp.Verify(one.Note, Roots).Fault), Is.All.EqualTo(TimeStampFault.None));
        Assert.That(host.State.Lag, Is.EqualTo(TimeSpan.Zero));
        Assert.That(host.State.IsLate, Is.False);
        Assert.That(host.State.Failure, Is.Null);

        await File.WriteAllBytesAsync(_tsa.FileIn("note"), kept[^1].Note);
        await File.WriteAllBytesAsync(_tsa.FileIn("token"), kept[^1].Stamp.Token.ToArray());
        var said = await LocalTsa.OpenSslAsync("ts", "-verify", "-data", _tsa.FileIn("note"), "-in", _tsa.FileIn("token"), "-token_in", "-CAfile", _tsa.RootFile);
        Assert.That(said, Does.Contain("Verification: OK"));
    }

    [Test]
    public async Task NothingNew_IsNotStampedAgain()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await AnchoringHost.StartAsync(database, AnchoringHost.Stamping(_tsa));
        await LogRows.AddAsync(database, 3);
        await host.StampedAsync(3);
        var asked = _tsa.Requests;
        host.Clock.Advance(TimeSpan.FromHours(3));
        await Task.Delay(TimeSpan.FromSeconds(3));

        Assert.That(_tsa.Requests, Is.EqualTo(asked));
    }

    [Test]
    public async Task Outage_GrowsTheLagAloneAndIsCaughtUpWithOneStamp()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await AnchoringHost.StartAsync(database, [.. AnchoringHost.Stamping(_tsa)]);
        await LogRows.AddAsync(database, 2);
        await host.StampedAsync(2);
        await _tsa.StopAsync();
        await LogRows.AddAsync(database, 2, firstNumber: 3);
        await host.SealedAsync(4);
        await SequencerHost.UntilAsync(() => host.State.Failure is not null, () => "a failure");
        await LogRows.AddAsync(database, 2, firstNumber: 5);
        await host.SealedAsync(6);
        Assert.That(host.State.Lag, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(host.State.IsLate, Is.False);
        host.Clock.Advance(TimeSpan.FromHours(3));
        Assert.That(host.State.IsLate);
        Assert.That(host.State.Lag, Is.GreaterThan(TimeSpan.FromHours(3)));

        var before = (await KeptStamps.ReadAsync(database)).Count;
        await _tsa.StartAsync();
        await host.StampedAsync(6);
        Assert.That(await KeptStamps.ReadAsync(database), Has.Count.EqualTo(before + 1));
        Assert.That(host.State.IsLate, Is.False);
        Assert.That(host.State.Failure, Is.Null);
    }

    [Test]
    public async Task WhatIsNotBelieved_IsNotStored()
    {
        await using var other = await LocalTsa.StartNewAsync();
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await AnchoringHost.StartAsync(database, $"TsaUrl={_tsa.Url}", $"TrustedCertificatesFile={other.RootFile}");
        await LogRows.AddAsync(database, 2);
        await SequencerHost.UntilAsync(() => host.State.Failure is not null, () => "a failure");

        Assert.That(host.State.Failure, Does.Contain("Untrusted"));
        Assert.That(await KeptStamps.ReadAsync(database), Is.Empty);
        Assert.That(host.State.Last, Is.Null);
    }

    [Test]
    public async Task Standby_StampsNothingAndShowsWhatIsThere()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var leader = await AnchoringHost.StartAsync(database, AnchoringHost.Stamping(_tsa));
        await LogRows.AddAsync(database, 2);
        await leader.StampedAsync(2);
        await using var standby = await AnchoringHost.StartAsync(database, AnchoringHost.Stamping(_tsa));
        await standby.StampedAsync(2);

        Assert.That(standby.Tree.Role, Is.EqualTo(Audit.Sequencing.TreeRole.Standby));
        Assert.That(_tsa.Requests, Is.EqualTo((await KeptStamps.ReadAsync(database)).Count));
    }

    [Test]
    public async Task OldStamps_AreRenewedInOneBatchOnceTheAuthorityHasANewCertificate()
    {
        var now = TimeProvider.System.GetUtcNow();
        _tsa.NewCertificate(now.AddDays(-1), now.AddDays(100));
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await AnchoringHost.StartAsync(database, [.. AnchoringHost.Stamping(_tsa), "RenewBefore=30.00:00:00"]);
        for (var round = 0; round < 3; round++)
        {
            await LogRows.AddAsync(database, 1, firstNumber: round + 1);
            await host.StampedAsync(round + 1);
        }

        // Near the end the authority still has the old certificate: nothing is renewed, and the page says so.
        host.Clock.Advance(TimeSpan.FromDays(75));
        await SequencerHost.UntilAsync(() => host.State.RenewalOverdueAt is not null && host.State.Failure is not null, () => "overdue");
        Assert.That(host.State.Failure, Does.Contain("still stamps with a certificate that expires"));
        Assert.That((await KeptStamps.ReadAsync(database)).Select(one => one.Covers), Is.All.EqualTo("checkpoint"));

        // It gets a new one; the next day's attempt renews all.
        _tsa.NewCertificate(now.AddDays(-1), now.AddYears(5));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SequencerHost.UntilAsync(() => host.State.RenewalOverdueAt is null, () => "renewed");

        var kept = await KeptStamps.ReadAsync(database);
        var old = kept.Where(one => one.Covers == "checkpoint").ToList();
        var renewal = kept.Single(one => one.Covers == "re-stamp");
        var (list, members) = await renewal.ListAsync(database);
        Assert.That(members, Is.EqualTo(old.Select(one => one.Id)));
        Assert.That(renewal.Stamp.Verify(list.ToArray(), Roots).IsValid);
        for (var place = 0; place < old.Count; place++)
        {
            var step = new ReStamp(list.Proof(place + 1), renewal.Stamp);
            Assert.That(ReStamp.VerifyChain(old[place].Note, old[place].Stamp, [step], Roots), Is.EqualTo(new TimeStampVerdict(TimeStampFault.None)));
        }

        Assert.That(new ReStamp(list.Proof(0), renewal.Stamp).Verify(renewal.Note, Roots).IsValid, "the newest checkpoint stands first");
    }

    private TsaRoots Roots => TsaRoots.FromPem(File.ReadAllText(_tsa.RootFile));
}
