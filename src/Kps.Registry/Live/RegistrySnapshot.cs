using System.Net;
using Kps.Registry.Addresses;
using Kps.Registry.Applications;
using Kps.Registry.Institutions;
using Kps.Registry.Tokens;
using Kps.Registry.Users;

namespace Kps.Registry.Live;

/// <summary>
/// The whole registry at one version, in memory. Immutable: a call takes it once and sees one state to its end.
/// </summary>
public sealed class RegistrySnapshot
{
    private readonly Dictionary<string, RegisteredUser> _users;
    private readonly Dictionary<int, RegisteredInstitution> _institutionsById;
    private readonly Dictionary<int, RegisteredInstitution> _institutionsByKurumKodu;
    private readonly Dictionary<int, RegisteredUser> _usersById;
    private readonly Dictionary<Guid, RegisteredApplication> _applications;
    private readonly Dictionary<int, RegisteredApplication> _applicationsById;
    private readonly AddressRanges _allRanges;

    /// <summary>Indexes the parts.</summary>
    /// <param name="version">The value of <c>registry_version</c> the parts were read at.</param>
    /// <param name="loadedAt">When they were read.</param>
    /// <param name="institutions">Every institution, closed ones included.</param>
    /// <param name="users">Every user, whatever the state.</param>
    /// <param name="applications">Every application, closed ones included.</param>
    /// <exception cref="ArgumentException">Two parts claim the same key.</exception>
    public RegistrySnapshot(
        long version,
        DateTimeOffset loadedAt,
        IReadOnlyCollection<RegisteredInstitution> institutions,
        IEnumerable<RegisteredUser> users,
        IEnumerable<RegisteredApplication> applications)
    {
        ArgumentNullException.ThrowIfNull(institutions);
        Version = version;
        LoadedAt = loadedAt;
        _institutionsById = institutions.ToDictionary(institution => institution.Id);
        _institutionsByKurumKodu = institutions.ToDictionary(institution => institution.KurumKodu);
        _users = users.ToDictionary(user => user.UserName, StringComparer.Ordinal);
        _usersById = _users.Values.ToDictionary(user => user.Id);
        _applications = applications.ToDictionary(application => application.Kod);
        _applicationsById = _applications.Values.ToDictionary(application => application.Id);
        _allRanges = new AddressRanges(institutions.SelectMany(institution => institution.Ranges.Merged));
    }

    /// <summary>The registry version it shows.</summary>
    public long Version { get; }

    /// <summary>When it was read from the database.</summary>
    public DateTimeOffset LoadedAt { get; }

    /// <summary>The keys of the token door, in the order in which they begin to sign; withdrawn ones included.</summary>
    public IReadOnlyList<RegisteredTokenKey> TokenKeys { get; init; } = [];

    /// <summary>Number of users, whatever their state.</summary>
    public int UserCount => _users.Count;

    /// <summary>Number of institutions, closed ones included.</summary>
    public int InstitutionCount => _institutionsById.Count;

    /// <summary>Finds a user by the name on the wire, compared byte by byte.</summary>
    /// <param name="userName">As received; null and empty find nobody.</param>
    /// <returns>The user in whatever state; null when there is none.</returns>
    public RegisteredUser? FindUser(string? userName) => userName is null ? null : _users.GetValueOrDefault(userName);

    /// <summary>Finds a user by its key.</summary>
    /// <param name="id">Key in the registry.</param>
    /// <returns>The user in whatever state; null when there is none.</returns>
    public RegisteredUser? FindUser(int id) => _usersById.GetValueOrDefault(id);

    /// <summary>Finds an application by its key.</summary>
    /// <param name="id">Key in the registry.</param>
    /// <returns>Null when there is none; a closed or lapsed one is returned.</returns>
    public RegisteredApplication? FindApplication(int id) => _applicationsById.GetValueOrDefault(id);

    /// <summary>Finds an institution by its key.</summary>
    /// <param name="id">Key in the registry.</param>
    /// <returns>Null when there is none; a closed one is returned.</returns>
    public RegisteredInstitution? FindInstitution(int id) => _institutionsById.GetValueOrDefault(id);

    /// <summary>Finds an institution by the Ministry's number.</summary>
    /// <param name="kurumKodu">The number on the wire.</param>
    /// <returns>Null when there is none; a closed one is returned.</returns>
    public RegisteredInstitution? FindInstitutionByKurumKodu(int kurumKodu) => _institutionsByKurumKodu.GetValueOrDefault(kurumKodu);

    /// <summary>Finds an application by the GUID on the wire.</summary>
    /// <param name="kod">The <c>UygulamaKodu</c>.</param>
    /// <returns>Null when there is none; a closed or lapsed one is returned, ask <see cref="RegisteredApplication.IsValidOn"/>.</returns>
    public RegisteredApplication? FindApplication(Guid kod) => _applications.GetValueOrDefault(kod);

    /// <summary>
    /// Whether the address lies in the range of any institution: then, and only then, a slow hash is spent whatever the name, so that
    /// timing tells a stranger nothing.
    /// </summary>
    /// <param name="address">The caller's address; null lies nowhere.</param>
    /// <returns>True when at least one institution, closed or not, has named the address.</returns>
    public bool IsInAnyRange(IPAddress? address) => _allRanges.Contains(address);
}
