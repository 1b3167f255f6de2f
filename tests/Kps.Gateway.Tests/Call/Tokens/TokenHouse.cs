using System.Security.Cryptography;
using Kps.Audit;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Tokens;
using Kps.TestSupport;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>Nodes that share a registry and a master key.</summary>
internal sealed class TokenHouse : IDisposable
{
    public const string PublicUrl = "https://kps.example.gov.tr";

    private readonly List<IDisposable> _owned = [];

    public TokenHouse()
    {
        Master = NewMaster();
        _owned.Add(Master);
    }

    public static TokenSubject Subject { get; } = new()
    {
        UserId = 41,
        PasswordVersion = 3,
        InstitutionId = 7,
        ApplicationId = 12,
        Asker = Registered.Person.Value,
        IssuedUnder = FakeAuditLog.Number(),
    };

    public MasterKeyFile Master { get; }

    public ManualTimeProvider Time { get; } = new();

    public KeyRegistry Registry { get; } = new();

    /// <summary>The private keys by number, for those who sign by other means.</summary>
    public Dictionary<int, RSA> Private { get; } = [];

    /// <summary>A house with one key, number 1, that signs.</summary>
    public static TokenHouse WithKey()
    {
        var house = new TokenHouse();
        house.Registry.Load(house.NewKey(1));
        return house;
    }

    public RegisteredTokenKey NewKey(int id, TimeSpan signsIn = default, bool isTest = false, DateTimeOffset? withdrawnAt = null, MasterKeyFile? master = null, int bits = SigningKey.Bits, RSA? rsa = null)
    {
        rsa ??= RSA.Create(bits);
        _owned.Add(rsa);
        Private[id] = rsa;
        master ??= Master;
        return new RegisteredTokenKey
        {
            Id = id,
            IsTest = isTest,
            Wrapped = master.WrapAsync(rsa.ExportPkcs8PrivateKey(), CancellationToken.None).GetAwaiter().GetResult(),
            MasterKeyId = master.Id,
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())),
            SignsFrom = Time.GetUtcNow() + signsIn,
            WithdrawnAt = withdrawnAt,
        };
    }

    /// <summary>The key, withdrawn after it has begun to sign.</summary>
    public static RegisteredTokenKey Withdrawn(RegisteredTokenKey key) => With(key, withdrawnAt: key.SignsFrom + TimeSpan.FromMinutes(1));

    /// <summary>The key with something changed in its row.</summary>
    public static RegisteredTokenKey With(
        RegisteredTokenKey key, ReadOnlyMemory<byte>? wrapped = null, string? masterKeyId = null, string? fingerprint = null, DateTimeOffset? withdrawnAt = null) => new()
        {
            Id = key.Id,
            IsTest = key.IsTest,
            Wrapped = wrapped ?? key.Wrapped,
            MasterKeyId = masterKeyId ?? key.MasterKeyId,
            Fingerprint = fingerprint ?? key.Fingerprint,
            SignsFrom = key.SignsFrom,
            WithdrawnAt = withdrawnAt ?? key.WithdrawnAt,
        };

    public static MasterKeyFile NewMaster()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        MasterKeyFile.Create(file);
        var master = MasterKeyFile.Open(file);
        File.Delete(file);
        return master;
    }

    /// <summary>A node that has read the registry.</summary>
    public TokenNode Node(bool testMode = false, string? publicUrl = PublicUrl, TokenOptions? options = null, Func<NewTokenKey, CancellationToken, Task<bool>>? ensureFirst = null)
    {
        var gateway = Options.Create(new GatewayOptions { TestMode = testMode, PublicUrl = publicUrl is null ? null : new Uri(publicUrl) });
        var tokens = Options.Create(options ?? new TokenOptions());
        var log = new CapturedLogger<TokenKeys>();
        var keys = new TokenKeys(Registry, Master, gateway, ensureFirst ?? ((_, _) => Task.FromResult(false)), Time, log);
        keys.RefreshAsync(CancellationToken.None).GetAwaiter().GetResult();
        var realm = new TokenRealm(tokens, gateway);
        var cache = new TokenCache(Time);
        var node = new TokenNode(keys, realm, cache, new TokenIssuer(keys, realm, cache, tokens, Time), new TokenVerifier(keys, realm, cache, Time), log);
        _owned.Add(node);
        return node;
    }

    public void Dispose() => _owned.ForEach(owned => owned.Dispose());
}
