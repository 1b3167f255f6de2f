using Kps.Contracts;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.Tests.Fakes;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Call.Verifying;

internal sealed class VerifierCacheTests
{
    private static readonly Secret Other = new("Uydurma-Sifre-2");

    private readonly ManualTimeProvider _time = new(Calls.Now);

    [Test]
    public void ProvenPassword_IsKnown()
    {
        var cache = new VerifierCache(_time);
        var user = Registered.User();
        cache.Add(user, Registered.Password);

        Assert.That(cache.Contains(user, Registered.Password), Is.True);
    }

    [Test]
    public void AnythingUnproven_IsNotKnown()
    {
        var cache = new VerifierCache(_time);
        var user = Registered.User();
        Assert.That(cache.Contains(user, Registered.Password), Is.False);
        cache.Add(user, Registered.Password);

        Assert.That(cache.Contains(user, Other), Is.False);
        Assert.That(cache.Contains(user, new Secret("")), Is.False);
        Assert.That(cache.Contains(user, new Secret(Registered.Password.Reveal() + " ")), Is.False);
        Assert.That(cache.Contains(Registered.User(), Registered.Password), Is.False, "Another user's password proves nothing.");
    }

    [Test]
    public void WrongPassword_DoesNotSpoilTheProvenOne()
    {
        var cache = new VerifierCache(_time);
        var user = Registered.User();
        cache.Add(user, Registered.Password);
        cache.Contains(user, Other);

        Assert.That(cache.Contains(user, Registered.Password), Is.True);
    }

    [Test]
    public void Proof_LastsTwelveHours()
    {
        var cache = new VerifierCache(_time);
        var user = Registered.User();
        cache.Add(user, Registered.Password);

        _time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromTicks(1));
        Assert.That(cache.Contains(user, Registered.Password), Is.True);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.That(cache.Contains(user, Registered.Password), Is.False);
    }

    [Test]
    public void UsingAProof_DoesNotProlongIt()
    {
        var cache = new VerifierCache(_time);
        var user = Registered.User();
        cache.Add(user, Registered.Password);
        _time.Advance(TimeSpan.FromHours(11));
        Assert.That(cache.Contains(user, Registered.Password), Is.True);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.That(cache.Contains(user, Registered.Password), Is.False);
    }

    [Test]
    public void AnotherPasswordVersion_VoidsTheProof()
    {
        var cache = new VerifierCache(_time);
        cache.Add(Registered.User(id: 7, passwordVersion: 1), Registered.Password);

        Assert.That(cache.Contains(Registered.User(id: 7, passwordVersion: 2), Registered.Password), Is.False);
        Assert.That(cache.Contains(Registered.User(id: 7, passwordVersion: 1), Registered.Password), Is.False, "Once void, it stays void.");
    }

    [Test]
    public void NewPassword_ReplacesTheOld()
    {
        var cache = new VerifierCache(_time);
        var user = Registered.User();
        cache.Add(user, Registered.Password);
        cache.Add(user, Other);

        Assert.That(cache.Contains(user, Registered.Password), Is.False);
        Assert.That(cache.Contains(user, Other), Is.True);
    }

    [Test]
    public void Fingerprint_DependsOnUserPasswordAndProcess()
    {
        var cache = new VerifierCache(_time);

        Assert.That(cache.Fingerprint(1, Registered.Password), Is.EqualTo(cache.Fingerprint(1, Registered.Password)));
        Assert.That(cache.Fingerprint(1, Registered.Password), Is.Not.EqualTo(cache.Fingerprint(2, Registered.Password)));
        Assert.That(cache.Fingerprint(1, Registered.Password), Is.Not.EqualTo(cache.Fingerprint(1, Other)));
        Assert.That(cache.Fingerprint(1, Registered.Password), Is.Not.EqualTo(new VerifierCache(_time).Fingerprint(1, Registered.Password)));
    }

    [Test]
    public void LongestPasswordOnTheWire_Fits()
    {
        var cache = new VerifierCache(_time);
        var user = Registered.User();
        var longest = new Secret(new string('ş', 256));
        cache.Add(user, longest);

        Assert.That(cache.Contains(user, longest), Is.True);
    }
}
