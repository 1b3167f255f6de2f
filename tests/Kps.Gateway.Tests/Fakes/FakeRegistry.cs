using Kps.Registry;
using Kps.Registry.Applications;
using Kps.Registry.Institutions;
using Kps.Registry.Live;
using Kps.Registry.Tokens;
using Kps.Registry.Users;

namespace Kps.Gateway.Tests.Fakes;

internal sealed class FakeRegistry : IRegistry
{
    private RegistrySnapshot? _current;

    /// <summary>The keys of the token door, from the next load on.</summary>
    public IReadOnlyList<RegisteredTokenKey> TokenKeys { get; init; } = [];

    public event Action<RegistrySnapshot>? Changed;

    public RegistrySnapshot Current => _current ?? throw new RegistryUnavailableException("Nothing has been loaded yet.");

    public bool IsLoaded => _current is not null;

    public DateTimeOffset? ConfirmedAt => _current?.LoadedAt;

    public static FakeRegistry Of(params RegisteredUser[] users) => Of(users, []);

    public static FakeRegistry Of(IReadOnlyCollection<RegisteredUser> users, IReadOnlyCollection<RegisteredApplication> applications, params RegisteredInstitution[] others)
    {
        var registry = new FakeRegistry();
        registry.Load(users, applications, others);
        return registry;
    }

    public void Load(IReadOnlyCollection<RegisteredUser> users, IReadOnlyCollection<RegisteredApplication> applications, params RegisteredInstitution[] others)
    {
        var institutions = users.SelectMany(user => user.Assignments.Select(assignment => assignment.Institution).Prepend(user.PrimaryInstitution))
            .Concat(others)
            .Distinct()
            .ToList();
        _current = new RegistrySnapshot((_current?.Version ?? 0) + 1, DateTimeOffset.UnixEpoch, institutions, users, applications) { TokenKeys = TokenKeys };
        Changed?.Invoke(_current);
    }
}
