using Kps.Registry;
using Kps.Registry.Live;
using Kps.Registry.Tokens;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>A registry that holds keys and nothing else; several nodes may read it.</summary>
internal sealed class KeyRegistry : IRegistry
{
    private RegistrySnapshot? _current;

    public event Action<RegistrySnapshot>? Changed;

    public RegistrySnapshot Current => _current ?? throw new RegistryUnavailableException("Nothing has been loaded yet.");

    public bool IsLoaded => _current is not null;

    public DateTimeOffset? ConfirmedAt => _current?.LoadedAt;

    public IReadOnlyList<RegisteredTokenKey> Keys => _current?.TokenKeys ?? [];

    public void Load(params IEnumerable<RegisteredTokenKey> keys)
    {
        _current = new RegistrySnapshot((_current?.Version ?? 0) + 1, DateTimeOffset.UnixEpoch, [], [], [])
        {
            TokenKeys = [.. keys.OrderBy(key => key.SignsFrom).ThenBy(key => key.Id)],
        };
        Changed?.Invoke(_current);
    }
}
