using System.Security.Cryptography;
using Kps.Audit;
using Kps.Gateway.FrontDoor;
using Kps.Registry.Live;
using Kps.Registry.Tokens;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// Keeps the keys of the token door as the registry has them, unwrapped. A new key is unwrapped behind the registry's back; a withdrawal counts as
/// soon as the snapshot shows it. Where no key can sign now or later, this makes the first one; of several nodes that start at once one succeeds. Without keys
/// the gateway runs and issues nothing.
/// </summary>
internal sealed class TokenKeys : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    // The doors open after this service has started: a fresh installation has its first key by then.
    private static readonly TimeSpan FirstKeyWait = TimeSpan.FromSeconds(5);

    private readonly IRegistry _registry;
    private readonly IMasterKey _masterKey;
    private readonly Func<NewTokenKey, CancellationToken, Task<bool>> _ensureFirst;
    private readonly TimeProvider _time;
    private readonly ILogger<TokenKeys> _logger;
    private readonly bool _isTest;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, (SigningKey Key, ReadOnlyMemory<byte> Wrapped)> _unwrapped = [];
    private readonly HashSet<int> _toldUnusable = [];
    private readonly TaskCompletionSource _firstKey = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private SigningKeyRing _ring = SigningKeyRing.Empty;
    private NewTokenKey? _candidate;
    private bool _isFailing;

    /// <summary>Prepares; <see cref="BackgroundService.StartAsync"/> begins.</summary>
    /// <param name="registry">Where the keys stand.</param>
    /// <param name="masterKey">Unwraps them, and wraps a first one.</param>
    /// <param name="gateway">Says whether this is a gateway in TEST mode.</param>
    /// <param name="ensureFirst"><see cref="TokenKeyStore.EnsureFirstAsync"/>.</param>
    /// <param name="time">When a first key begins to sign.</param>
    /// <param name="logger">Told of keys that cannot be used.</param>
    public TokenKeys(
        IRegistry registry,
        IMasterKey masterKey,
        IOptions<GatewayOptions> gateway,
        Func<NewTokenKey, CancellationToken, Task<bool>> ensureFirst,
        TimeProvider time,
        ILogger<TokenKeys> logger)
    {
        _registry = registry;
        _masterKey = masterKey;
        _ensureFirst = ensureFirst;
        _time = time;
        _logger = logger;
        _isTest = gateway.Value.TestMode;
        _registry.Changed += OnChanged;
    }

    /// <summary>The keys of this moment. Take it once per decision.</summary>
    public SigningKeyRing Ring => Volatile.Read(ref _ring);

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        if (_registry.IsLoaded)
        {
            await _firstKey.Task.WaitAsync(FirstKeyWait, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _registry.Changed -= OnChanged;
        base.Dispose();
        lock (_gate)
        {
            foreach (var (key, _) in _unwrapped.Values)
            {
                key.Dispose();
            }
        }
    }

    /// <summary>Unwraps what is new, and makes a first key where there is none.</summary>
    /// <returns>False when something could not be done and must be tried again, or the first key is not in a snapshot yet.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        if (!_registry.IsLoaded)
        {
            return false;
        }

        var snapshot = _registry.Current;
        var isDone = true;
        foreach (var row in Standing(snapshot))
        {
            isDone &= IsUnwrapped(row) || await UnwrapAsync(row, cancellationToken);
        }

        Publish();
        if (TokenKeySchedule.Of(snapshot.TokenKeys, _isTest).Signing(_time.GetUtcNow(), _ => true) is not null)
        {
            _firstKey.TrySetResult();
            return isDone;
        }

        await MakeFirstAsync(cancellationToken);
        return false;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var isDone = await RefreshAsync(stoppingToken);
                await _wake.WaitAsync(isDone ? Timeout.InfiniteTimeSpan : Retry, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>The keys of our kind that may be of use: a withdrawn one is never opened.</summary>
    private List<RegisteredTokenKey> Standing(RegistrySnapshot snapshot) =>
        [.. snapshot.TokenKeys.Where(row => row.IsTest == _isTest && row.WithdrawnAt is null)];

    private void OnChanged(RegistrySnapshot snapshot)
    {
        Publish();
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }

    /// <summary>Makes a ring of the latest snapshot, and forgets the keys that no longer stand in it.</summary>
    private void Publish()
    {
        lock (_gate)
        {
            var snapshot = _registry.Current;
            var standing = Standing(snapshot).Where(IsUnwrapped).Select(row => row.Id);
            foreach (var id in _unwrapped.Keys.Except(standing).ToList())
            {
                _unwrapped.Remove(id, out var forgotten);
                forgotten.Key.Dispose();
            }

            Volatile.Write(ref _ring, new SigningKeyRing(
                TokenKeySchedule.Of(snapshot.TokenKeys, _isTest), _unwrapped.ToDictionary(one => one.Key, one => one.Value.Key)));
        }
    }

    /// <summary>Compared by content: in a database that was restored the same number may be another key.</summary>
    private bool IsUnwrapped(RegisteredTokenKey row)
    {
        lock (_gate)
        {
            return _unwrapped.TryGetValue(row.Id, out var known) && known.Wrapped.Span.SequenceEqual(row.Wrapped.Span) && IsNamed(known.Key, row);
        }
    }

    /// <summary>A wrapped key copied into another row opens too. Fingerprints are unique in the registry, so this also holds a key to its kind.</summary>
    private static bool IsNamed(SigningKey key, RegisteredTokenKey row) => string.Equals(key.Fingerprint, row.Fingerprint, StringComparison.Ordinal);

    private async Task<bool> UnwrapAsync(RegisteredTokenKey row, CancellationToken cancellationToken)
    {
        if (_masterKey.Find(row.MasterKeyId) is not { } masterKey)
        {
            if (_toldUnusable.Add(row.Id))
            {
                Log.TokenKeyOfAnotherMasterKey(_logger, row.Id, row.MasterKeyId, _masterKey.Id);
            }

            return true;
        }

        var plain = Array.Empty<byte>();
        try
        {
            plain = await masterKey.UnwrapAsync(row.Wrapped, cancellationToken);
            var key = new SigningKey(row.Id, plain);
            if (!IsNamed(key, row))
            {
                key.Dispose();
                if (_toldUnusable.Add(row.Id))
                {
                    Log.TokenKeyOfAnotherRow(_logger, row.Id, key.Fingerprint, row.Fingerprint);
                }

                return true;
            }

            lock (_gate)
            {
                if (_unwrapped.Remove(row.Id, out var former))
                {
                    former.Key.Dispose();
                }

                _unwrapped[row.Id] = (key, row.Wrapped);
            }

            _toldUnusable.Remove(row.Id);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (_toldUnusable.Add(row.Id))
            {
                Log.TokenKeyUnusable(_logger, row.Id, e);
            }

            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Makes the first key of our kind, unless another node has done it meanwhile; the next snapshot shows whose it is.</summary>
    private async Task MakeFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            _candidate ??= await CandidateAsync(cancellationToken);
            var isTaken = await _ensureFirst(_candidate with { SignsFrom = _time.GetUtcNow() }, cancellationToken);
            if (isTaken)
            {
                Log.FirstTokenKeyMade(_logger, _candidate.Fingerprint);
            }

            _candidate = null;
            _isFailing = false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_isFailing)
            {
                Log.FirstTokenKeyFails(_logger, e);
            }

            _isFailing = true;
        }
    }

    private async Task<NewTokenKey> CandidateAsync(CancellationToken cancellationToken)
    {
        using var rsa = RSA.Create(SigningKey.Bits);
        var plain = rsa.ExportPkcs8PrivateKey();
        try
        {
            var wrapped = await _masterKey.WrapAsync(plain, cancellationToken);
            var fingerprint = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()));
            return new NewTokenKey(_isTest, wrapped, _masterKey.Id, fingerprint, _time.GetUtcNow());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
