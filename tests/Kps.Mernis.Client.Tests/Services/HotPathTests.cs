using System.Runtime.CompilerServices;
using Kps.Mernis.Services;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Soap;
using Kps.Mernis.Sts;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Services;

/// <summary>That every service goes through one door costs the one that is asked all day nothing.</summary>
internal sealed class HotPathTests
{
    private const int Rounds = 1_000;
    private const int Measurements = 5;

    /// <summary>In bytes: a sum of averages is off by less, an object more is off by at least so much.</summary>
    private const int SmallestObject = 24;

    private static readonly Uri Router = new("http://127.0.0.1:9/router");

    private static readonly SecurityToken Token = new()
    {
        EncryptedData = [.. Answers.Bytes(Answers.EncryptedData())], ProofKey = Answers.ProofKey, AssertionId = [.. "_1"u8], Lifetime = TimeSpan.FromHours(1),
    };

    [Test]
    public void Request_AllocatesWhatItsEnvelopeDoes()
    {
        var contract = BilesikKutukService.Instance.Contract;
        var envelope = new SignedEnvelope(Router, contract.Wire(contract.Version).Action, TimeProvider.System);
        var door = new ServiceDoor(contract, contract.Wire(contract.Version), Router, TimeProvider.System);
        UpstreamCall call = new UpstreamCall<BilesikKutukBilgileri>(MernisQueries.BilesikKutuk(Answers.Person), null, default);

        var plain = Allocated(() =>
        {
            using var message = envelope.Begin(Token, null);
            SignedEnvelope.End(message);
        });
        var whole = Allocated(() =>
        {
            using var message = door.Begin(Token, null);
            call.WriteCriterion(message);
            door.End(message);
        });
        Assert.That(whole, Is.EqualTo(plain));
    }

    [Test]
    public void Query_IsNoObject()
    {
        long service = 0;
        Assert.That(
            Allocated(() =>
            {
                var query = MernisQueries.BilesikKutuk(Answers.Person);
                service += (long)query.Service;
            }),
            Is.Zero);
        Assert.That(service, Is.Positive);
    }

    [Test]
    public void Answer_IsReadIntoItsPartsAndOneOutcome()
    {
        var body = Answers.Bytes(Answers.Citizen(Answers.Person));
        UpstreamCall call = new UpstreamCall<BilesikKutukBilgileri>(MernisQueries.BilesikKutuk(Answers.Person), null, default);
        var parts = Allocated(() => BilesikKutukService.ReadAnswer(body, Answers.Person));
        var outcome = Allocated(() => _ = new QueryOutcome<BilesikKutukBilgileri>());
        Assert.That(Allocated(() => call.TryRead(body)), Is.EqualTo(parts + outcome).Within(SmallestObject - 1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Allocated(Action action)
    {
        for (var round = 0; round < Rounds; round++)
        {
            action();
        }

        // The least of several: the runtime may compile a method anew in the middle of one.
        return Enumerable.Range(0, Measurements).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var round = 0; round < Rounds; round++)
            {
                action();
            }

            return (GC.GetAllocatedBytesForCurrentThread() - before + (Rounds / 2)) / Rounds;
        });
    }
}
