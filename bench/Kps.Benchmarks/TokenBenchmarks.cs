using System.Security.Cryptography;
using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using Kps.Audit;
using Kps.Audit.Processes;
using Kps.Bench;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.FrontDoor;
using Kps.Registry.Live;
using Kps.Registry.Tokens;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kps.Benchmarks;

/// <summary>A token: issued, shown for the first time, shown again.</summary>
public class TokenBenchmarks
{
    private const string MasterKeyId = "bench";

    private readonly RSA _rsa = RSA.Create(SigningKey.Bits);
    private readonly byte[] _data = RandomNumberGenerator.GetBytes(700);
    private readonly TokenSubject _subject;
    private readonly TokenIssuer _issuer;
    private readonly TokenVerifier _verifier;
    private readonly TokenVerifier _forgetful;
    private readonly TokenCache _emptyCache = new(TimeProvider.System);
    private readonly byte[] _message;
    private readonly byte[] _signature;
    private readonly byte[][] _unseen;
    private int _next;

    public TokenBenchmarks()
    {
        _subject = new TokenSubject { UserId = 41, PasswordVersion = 3, InstitutionId = 7, ApplicationId = 12, Asker = SampleCall.Subject.Value, IssuedUnder = new WriterProcess(1, TimeProvider.System.GetUtcNow()).IslemNumbers.Next() };
        var gateway = Options.Create(new GatewayOptions { PublicUrl = new Uri("https://kps.example.gov.tr") });
        var options = Options.Create(new TokenOptions());
        var keys = new TokenKeys(new OneKey(_rsa), new NoWrap(), gateway, (_, _) => Task.FromResult(false), TimeProvider.System, NullLogger<TokenKeys>.Instance);
        keys.RefreshAsync(CancellationToken.None).GetAwaiter().GetResult();
        var realm = new TokenRealm(options, gateway);
        var cache = new TokenCache(TimeProvider.System);
        _issuer = new TokenIssuer(keys, realm, cache, options, TimeProvider.System);
        _verifier = new TokenVerifier(keys, realm, cache, TimeProvider.System);
        _forgetful = new TokenVerifier(keys, realm, _emptyCache, TimeProvider.System);
        var token = _issuer.Issue(_subject)!.Assertion;
        _message = Encoding.UTF8.GetBytes($"<s:Envelope xmlns:s=\"{SoapNamespaces.Soap12}\"><s:Header><o:Security xmlns:o=\"{SoapNamespaces.Wsse}\">{token}</o:Security></s:Header><s:Body/></s:Envelope>");
        _signature = _rsa.SignData(_data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        // Endless valid texts of one token; beyond the eighth none is remembered, so each is verified.
        _unseen = [.. Enumerable.Range(1, 64).Select(blanks => Copy(Encoding.ASCII.GetBytes(token.Replace("<SignatureValue>", new string(' ', blanks) + "<SignatureValue>", StringComparison.Ordinal))))];
        foreach (var text in _unseen[..TokenCache.MaxVariants])
        {
            Require(Verify(_forgetful, text));
        }
    }

    /// <summary>The yardstick: what RSA itself takes.</summary>
    [Benchmark]
    public byte[] RawSign() => _rsa.SignData(_data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>What RSA takes to verify.</summary>
    [Benchmark]
    public bool RawVerify() => _rsa.VerifyData(_data, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>Writes, signs and remembers a token.</summary>
    [Benchmark]
    public object? Issue() => _issuer.Issue(_subject);

    /// <summary>A token of another node: everything is checked.</summary>
    [Benchmark]
    public object VerifyUnseen()
    {
        return Require(Verify(_forgetful, _unseen[TokenCache.MaxVariants + (_next++ % (_unseen.Length - TokenCache.MaxVariants))]));
    }

    /// <summary>A token seen before, from the bytes of the message on: read, copied, hashed, looked up.</summary>
    [Benchmark]
    public object VerifySeen() => Require(Verify(_verifier, Copy(_message)));

    /// <summary>The reading alone, which any Security header costs.</summary>
    [Benchmark]
    public int ReadOnly()
    {
        using var reader = Open(_message);
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    private static object Require(TokenFlaw flaw) => flaw == TokenFlaw.None ? flaw : throw new BenchException($"The token was {flaw}.");

    private static byte[] Copy(byte[] message)
    {
        using var reader = Open(message);
        reader.ReadToFollowing("Assertion", SamlNames.Assertion);
        return AssertionCopy.Read(reader);
    }

    private static XmlReader Open(byte[] message) => XmlReader.Create(new MemoryStream(message), TokenVerifier.ReaderSettings);

    /// <summary>A registry with one key.</summary>
    private sealed class OneKey(RSA rsa) : IRegistry
    {
        public event Action<RegistrySnapshot>? Changed
        {
            add => _ = value;
            remove => _ = value;
        }

        public RegistrySnapshot Current { get; } = new(1, DateTimeOffset.UnixEpoch, [], [], [])
        {
            TokenKeys =
            [
                new RegisteredTokenKey
                {
                    Id = 1,
                    IsTest = false,
                    Wrapped = rsa.ExportPkcs8PrivateKey(),
                    MasterKeyId = MasterKeyId,
                    Fingerprint = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())),
                    SignsFrom = DateTimeOffset.UnixEpoch,
                    WithdrawnAt = null,
                },
            ],
        };

        public bool IsLoaded => true;

        public DateTimeOffset? ConfirmedAt => null;
    }

    /// <summary>A master key that wraps nothing: the benchmark's own key dies with it.</summary>
    private sealed class NoWrap : IMasterKey
    {
        public string Id => MasterKeyId;

        public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> dataKey, CancellationToken ct) => ValueTask.FromResult(dataKey.ToArray());

        public ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, CancellationToken ct) => ValueTask.FromResult(wrapped.ToArray());
    }

    private static TokenFlaw Verify(TokenVerifier verifier, byte[] text) => verifier.VerifyAsync(text, CancellationToken.None).AsTask().GetAwaiter().GetResult().Flaw;
}
