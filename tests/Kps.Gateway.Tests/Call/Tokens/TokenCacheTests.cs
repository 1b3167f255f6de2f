using System.Text;
using Kps.Gateway.Call.Tokens;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Call.Tokens;

internal sealed class TokenCacheTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private ManualTimeProvider _time = null!;
    private TokenCache _cache = null!;
    private TokenHouse _house = null!;
    private SigningKey _key = null!;

    [SetUp]
    public void Open()
    {
        _house = TokenHouse.WithKey();
        _time = _house.Time;
        _cache = new TokenCache(_time);
        _key = _house.Node().Keys.Ring.Signing(_time.GetUtcNow())!;
    }

    [TearDown]
    public void Close() => _house.Dispose();

    [Test]
    public void Text_IsFoundByItsBytesAlone()
    {
        var claims = Claims();
        _cache.Add("metin"u8, _key, claims);

        Assert.That(_cache.TryGet("metin"u8, out var key, out var found));
        Assert.That((key, found), Is.EqualTo((_key, claims)));
        Assert.That(_cache.TryGet("metin "u8, out _, out found), Is.False);
        Assert.That(found, Is.Null);
    }

    [Test]
    public void SameTextTwice_IsOneEntry()
    {
        var claims = Claims();
        _cache.Add("metin"u8, _key, claims);
        _cache.Add("metin"u8, _key, claims);

        Assert.That(_cache.Count, Is.EqualTo(1));
    }

    [Test]
    public void OldestMakeRoom()
    {
        for (var index = 0; index <= TokenCache.MaxEntries; index++)
        {
            _cache.Add(Text(index), _key, Claims());
        }

        Assert.That(_cache.Count, Is.EqualTo(TokenCache.MaxEntries));
        Assert.That(_cache.TryGet(Text(0), out _, out _), Is.False);
        Assert.That(_cache.TryGet(Text(1), out _, out _));
        Assert.That(_cache.TryGet(Text(TokenCache.MaxEntries), out _, out _));
    }

    [Test]
    public void Lapsed_AreForgottenWithTheNext()
    {
        _cache.Add(Text(1), _key, Claims());
        _cache.Add(Text(2), _key, Claims());
        _time.Advance(Lifetime + TokenVerifier.Tolerance);
        _cache.Add(Text(3), _key, Claims());

        Assert.That(_cache.Count, Is.EqualTo(1));
        Assert.That(_cache.TryGet(Text(1), out _, out _), Is.False);
    }

    [Test]
    public void OneAssertion_HasEightTextsAtMost_AndGetsThemBack()
    {
        var claims = Claims();
        for (var index = 0; index < 20; index++)
        {
            _cache.Add(Text(index), _key, claims);
        }

        Assert.That(_cache.Count, Is.EqualTo(TokenCache.MaxVariants));
        _time.Advance(Lifetime + TokenVerifier.Tolerance);
        var again = claims with { NotOnOrAfter = _time.GetUtcNow() + Lifetime };
        for (var index = 0; index < 20; index++)
        {
            _cache.Add(Text(index), _key, again);
        }

        Assert.That(_cache.Count, Is.EqualTo(TokenCache.MaxVariants));
        Assert.That(_cache.TryGet(Text(7), out _, out _));
    }

    private static byte[] Text(int index) => Encoding.ASCII.GetBytes($"metin {index}");

    private TokenClaims Claims() => new()
    {
        AssertionId = "_" + Guid.NewGuid().ToString("D"),
        IssuedAt = _time.GetUtcNow(),
        NotOnOrAfter = _time.GetUtcNow() + Lifetime,
        KeyId = _key.Id,
        Subject = TokenHouse.Subject,
    };
}
