using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>Genuine tokens: when they count and when no more. Forged ones stand in <see cref="TokenForgeryTests"/>.</summary>
internal sealed class TokenVerifierTests
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private TokenHouse _house = null!;
    private TokenNode _issuing = null!;
    private TokenNode _other = null!;

    [SetUp]
    public void Open()
    {
        _house = TokenHouse.WithKey();
        _issuing = _house.Node();
        _other = _house.Node();
    }

    [TearDown]
    public void Close() => _house.Dispose();

    [Test]
    public void Token_CountsForItsTimeAndFiveMinutes([Values] bool isKnown)
    {
        var token = _issuing.Issue();
        var node = isKnown ? _issuing : _other;
        _house.Time.Advance(TimeSpan.FromMinutes(35) - Millisecond);
        Assert.That((isKnown ? node : _house.Node()).Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.None));

        _house.Time.Advance(Millisecond);
        var (flaw, claims) = node.Verify(token.Assertion);
        Assert.That((flaw, claims?.AssertionId), Is.EqualTo((TokenFlaw.Expired, token.AssertionId)), "The log is told whose it was.");
    }

    [Test]
    public void TokenOfAClockAhead_CountsFiveMinutesEarly()
    {
        _house.Time.Advance(TimeSpan.FromMinutes(5));
        var token = _issuing.Issue();
        _house.Time.Advance(TimeSpan.FromMinutes(-5));
        Assert.That(_house.Node().Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.None));

        _house.Time.Advance(-Millisecond);
        Assert.That(_issuing.Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.NotYetValid));
        Assert.That(_other.Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.NotYetValid));
        Assert.That(_other.Verify(token.Assertion).Claims, Is.Not.Null);
    }

    [Test]
    public void OtherAudience_IsNamed()
    {
        var token = _house.Node(publicUrl: "https://baska.example.gov.tr").Issue();
        var (flaw, claims) = _other.Verify(token.Assertion);

        Assert.That((flaw, claims?.Subject), Is.EqualTo((TokenFlaw.WrongAudience, TokenHouse.Subject)), "Genuine: the log may say whose it was.");
        Assert.That(_other.Cache.Count, Is.Zero);
    }

    [Test]
    public void OtherIssuer_IsInvalid()
    {
        var token = _house.Node(options: new TokenOptions { Issuer = "urn:baska:sts" }).Issue();

        Assert.That(_other.Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.Invalid));
    }

    [Test]
    public void TestAndProduction_DoNotTakeEachOthersTokens()
    {
        _house.Registry.Load(_house.Registry.Keys[0], _house.NewKey(2, isTest: true));
        var (production, test) = (_house.Node(), _house.Node(testMode: true));
        var (real, trial) = (production.Issue(), test.Issue());

        Assert.That(trial.Assertion, Does.Contain("Issuer=\"urn:kps:sts:test\"").And.Contain("<KeyName>2</KeyName>"));
        Assert.That(production.Verify(trial.Assertion).Flaw, Is.EqualTo(TokenFlaw.Invalid));
        Assert.That(test.Verify(real.Assertion).Flaw, Is.EqualTo(TokenFlaw.Invalid));
        Assert.That((_house.Node().Verify(real.Assertion).Flaw, _house.Node(testMode: true).Verify(trial.Assertion).Flaw), Is.EqualTo((TokenFlaw.None, TokenFlaw.None)));
    }

    [Test]
    public void WithdrawnKey_VoidsItsTokensAtOnce()
    {
        var token = _issuing.Issue();
        Assert.That(_other.Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.None));
        _house.Registry.Load(TokenHouse.Withdrawn(_house.Registry.Keys[0]), _house.NewKey(2));

        Assert.That(_issuing.Cache.TryGet(Pasted.Alone(token.Assertion), out _, out _), "It is still remembered.");
        Assert.That(_issuing.Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.Invalid));
        Assert.That(_other.Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.Invalid));
    }

    [Test]
    public void TokenOfAKeyThatIsNotOpenHere_IsNotCalledForeign()
    {
        using var other = TokenHouse.NewMaster();
        var token = _issuing.Issue().Assertion;
        _house.Registry.Load(_house.Registry.Keys[0], _house.NewKey(2, master: other));
        var node = _house.Node();

        Assert.That(node.Verify(token).Flaw, Is.EqualTo(TokenFlaw.None));
        Assert.That(node.Verify(Named(token, 2)).Flaw, Is.EqualTo(TokenFlaw.NoKeys));
        Assert.That(node.Verify(Named(token, 3)).Flaw, Is.EqualTo(TokenFlaw.Invalid), "There is no such key.");
        _house.Registry.Load(_house.Registry.Keys[0], TokenHouse.Withdrawn(_house.Registry.Keys[1]));
        Assert.That(node.Verify(Named(token, 2)).Flaw, Is.EqualTo(TokenFlaw.Invalid), "Withdrawn: its tokens are void, open or not.");
    }

    [Test]
    public void NodeWithoutKeys_SaysNothingOfATokensWorth()
    {
        var token = _issuing.Issue().Assertion;
        _house.Registry.Load([]);
        var node = _house.Node();

        Assert.That(node.Verify(token), Is.EqualTo((TokenFlaw.NoKeys, (TokenClaims?)null)));
        Assert.That(node.Verify(token.Replace("<KeyInfo><KeyName>1</KeyName></KeyInfo>", string.Empty, StringComparison.Ordinal)).Flaw, Is.EqualTo(TokenFlaw.NoKeys));
        Assert.That(node.VerifyCopy("<a/>"u8.ToArray()).Flaw, Is.EqualTo(TokenFlaw.Invalid), "No assertion of ours, whatever the key.");
    }

    [Test]
    public async Task OtherKeyUnderTheSameNumber_VoidsWhatTheFormerSigned()
    {
        var token = _issuing.Issue();
        _house.Registry.Load(_house.NewKey(1));
        await _issuing.Keys.RefreshAsync(CancellationToken.None);

        Assert.That(_issuing.Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.Invalid));
        Assert.That(_house.Node().Verify(_issuing.Issue().Assertion).Flaw, Is.EqualTo(TokenFlaw.None));
    }

    [Test]
    public async Task RotatedKey_IsAcceptedUntilItsLastTokenHasLapsed()
    {
        var options = new TokenOptions { Lifetime = TimeSpan.FromHours(12) };
        var node = _house.Node(options: options);
        _house.Registry.Load(_house.Registry.Keys[0], _house.NewKey(2, signsIn: TimeSpan.FromMinutes(2)));
        await node.Keys.RefreshAsync(CancellationToken.None);
        _house.Time.Advance(TimeSpan.FromMinutes(2) - Millisecond);
        var last = node.Issue();
        _house.Time.Advance(Millisecond);
        var next = node.Issue();

        Assert.That((last.Assertion.Contains("<KeyName>1<"), next.Assertion.Contains("<KeyName>2<")), Is.EqualTo((true, true)));
        _house.Time.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMinutes(5) - 2 * Millisecond);
        Assert.That((_house.Node().Verify(last.Assertion).Flaw, _house.Node().Verify(next.Assertion).Flaw), Is.EqualTo((TokenFlaw.None, TokenFlaw.None)));

        _house.Time.Advance(2 * Millisecond);
        Assert.That(node.Verify(last.Assertion).Flaw, Is.EqualTo(TokenFlaw.Invalid), "The key no longer counts.");
    }

    [Test]
    public void KeyOfTheFuture_IsAcceptedBeforeItSignsHere()
    {
        _house.Time.Advance(TimeSpan.FromMinutes(3));
        _house.Registry.Load(_house.Registry.Keys[0], _house.NewKey(2));
        var ahead = _house.Node();
        var token = ahead.Issue();
        _house.Time.Advance(TimeSpan.FromMinutes(-3));

        Assert.That(token.Assertion, Does.Contain("<KeyName>2<"));
        Assert.That(_house.Node().Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.None));
    }

    [Test]
    public void WithoutKeyInfo_EachKeyOfOursIsTried()
    {
        var token = _issuing.Issue();
        _house.Registry.Load(_house.NewKey(2), _house.Registry.Keys[0], _house.NewKey(3));
        var bare = token.Assertion.Replace("<KeyInfo><KeyName>1</KeyName></KeyInfo>", string.Empty, StringComparison.Ordinal);

        Assert.That(_house.Node().Verify(bare).Claims?.KeyId, Is.EqualTo(1));
    }

    [Test]
    public void OtherKeyName_IsInvalid()
    {
        var token = _issuing.Issue();
        _house.Registry.Load(_house.Registry.Keys[0], _house.NewKey(2));

        foreach (var name in new[] { "2", "3", "-1", "+1", "1 ", "99999999999", "", "bir", "1<!-- -->2" })
        {
            Assert.That(_house.Node().Verify(token.Assertion.Replace("<KeyName>1<", $"<KeyName>{name}<", StringComparison.Ordinal)).Flaw, Is.EqualTo(TokenFlaw.Invalid), name);
        }
    }

    [Test]
    public void ManyTextsOfOneToken_PushNobodyElsesOut()
    {
        var token = _issuing.Issue();
        var first = _other.Verify(token.Assertion).Claims;
        for (var blanks = 1; blanks <= 50; blanks++)
        {
            var text = token.Assertion.Replace("<SignatureValue>", new string(' ', blanks) + "<SignatureValue>", StringComparison.Ordinal);
            Assert.That(_other.Verify(text), Is.EqualTo((TokenFlaw.None, first)));
        }

        Assert.That(_other.Cache.Count, Is.EqualTo(TokenCache.MaxVariants));
    }

    [Test]
    public async Task ManyAtOnce_AreVerifiedOrTurnedAway()
    {
        var token = _issuing.Issue();
        var flaws = await Task.WhenAll(Enumerable.Range(0, 200).Select(index => Task.Run(() =>
            _other.Verify(token.Assertion.Replace("<SignatureValue>", new string(' ', index) + "<SignatureValue>", StringComparison.Ordinal)).Flaw)));

        Assert.That(flaws, Has.All.AnyOf(TokenFlaw.None, TokenFlaw.Busy).And.Some.EqualTo(TokenFlaw.None));
        Assert.That(_other.Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.None), "Every place was given back.");
    }

    [Test]
    public void NothingIsLogged_OfAnyToken()
    {
        var token = _issuing.Issue();
        _other.Verify(token.Assertion.Replace("MinorVersion=\"1\"", "MinorVersion=\"2\"", StringComparison.Ordinal));

        Assert.That(_issuing.Log.All + _other.Log.All, Is.Empty);
        Assert.That(_other.Verify(token.Assertion).Claims!.ToString(), Does.Not.Contain(Registered.Person.Value.ToString()));
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("<a/>")]
    [TestCase("<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:1.0:assertion\"/>")]
    [TestCase("<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_1\" Version=\"2.0\"/>")]
    public void OtherText_IsInvalid(string text) => Assert.That(_other.VerifyCopy(System.Text.Encoding.UTF8.GetBytes(text)).Flaw, Is.EqualTo(TokenFlaw.Invalid));

    [Test]
    public void TooLongAText_IsInvalid() => Assert.That(_other.VerifyCopy(new byte[AssertionCopy.MaxBytes + 1]).Flaw, Is.EqualTo(TokenFlaw.Invalid));

    private static string Named(string assertion, int key) => assertion.Replace("<KeyName>1<", $"<KeyName>{key}<", StringComparison.Ordinal);
}
