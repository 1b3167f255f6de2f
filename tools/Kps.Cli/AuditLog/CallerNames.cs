using Kps.Audit;
using Kps.Cli.Text;
using Kps.Registry.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kps.Cli.AuditLog;

/// <summary>Users and institutions of a page of rows, as the registry names them today; the log itself holds only their numbers.</summary>
internal sealed class CallerNames
{
    private readonly Dictionary<int, string> _users;
    private readonly Dictionary<int, string> _institutions;

    private CallerNames(Dictionary<int, string> users, Dictionary<int, string> institutions)
    {
        _users = users;
        _institutions = institutions;
    }

    /// <summary>Looks up everybody on the page in two queries.</summary>
    /// <param name="connectionString">Of role kps_panel.</param>
    /// <param name="rows">The page: intents, refusals, issues or acts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<CallerNames> OfAsync(string connectionString, IReadOnlyList<AuditEntry> rows, CancellationToken cancellationToken)
    {
        var userIds = rows.Select(row => row.UserId).OfType<int>().Distinct().ToArray();
        var institutionIds = rows.Select(row => row.InstitutionId).OfType<int>().Distinct().ToArray();
        await using var registry = new RegistryContext(RegistryContext.OptionsFor(connectionString));
        return new CallerNames(
            await registry.Users.AsNoTracking().Where(row => userIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.UserName, cancellationToken),
            await registry.Institutions.AsNoTracking().Where(row => institutionIds.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.Ad, cancellationToken));
    }

    /// <summary>The registry's number of a user.</summary>
    /// <exception cref="CommandException">Nobody has the name.</exception>
    public static async Task<int> UserIdAsync(string connectionString, string userName, CancellationToken cancellationToken)
    {
        await using var registry = new RegistryContext(RegistryContext.OptionsFor(connectionString));
        return await registry.Users.Where(row => row.UserName == userName).Select(row => (int?)row.Id).SingleOrDefaultAsync(cancellationToken)
            ?? throw new CommandException("Bu adla kayıtlı kullanıcı yok.");
    }

    /// <summary>The registry's number of an institution.</summary>
    /// <exception cref="CommandException">None has the code.</exception>
    public static async Task<int> InstitutionIdAsync(string connectionString, int kurumKodu, CancellationToken cancellationToken)
    {
        await using var registry = new RegistryContext(RegistryContext.OptionsFor(connectionString));
        return await registry.Institutions.Where(row => row.KurumKodu == kurumKodu).Select(row => (int?)row.Id).SingleOrDefaultAsync(cancellationToken)
            ?? throw new CommandException("Bu kodla kayıtlı kurum yok.");
    }

    /// <summary>The user, masked.</summary>
    public string User(int id) =>
        _users.TryGetValue(id, out var name) ? Masked.UserName(name) : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"kullanıcı {id}");

    /// <summary>The institution.</summary>
    public string Institution(int id) =>
        _institutions.TryGetValue(id, out var name) ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"kurum {id}");
}
