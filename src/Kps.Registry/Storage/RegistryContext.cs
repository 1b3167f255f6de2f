using System.Text;
using Kps.Registry.Addresses;
using Kps.Registry.Applications;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Tokens;
using Kps.Registry.Users;
using Microsoft.EntityFrameworkCore;

namespace Kps.Registry.Storage;

/// <summary>
/// The registry tables as the Registrar and the panel see them. The schema itself is written by hand
/// (<c>Kps.Migrations/Sql/registry</c>); a test holds this model against the live database.
/// What a connection may do is decided by its role, not here.
/// </summary>
/// <param name="options">Npgsql options, see <see cref="OptionsFor"/>.</param>
public sealed class RegistryContext(DbContextOptions<RegistryContext> options) : DbContext(options)
{
    /// <summary>The PostgreSQL schema of every table here.</summary>
    public const string Schema = "registry";

    /// <summary>Institutions, closed ones included.</summary>
    public DbSet<Institution> Institutions => Set<Institution>();

    /// <summary>Address ranges, closed ones included.</summary>
    public DbSet<IpRange> IpRanges => Set<IpRange>();

    /// <summary>Users, deleted ones included.</summary>
    public DbSet<AppUser> Users => Set<AppUser>();

    /// <summary>Görevlendirme rows, past ones included.</summary>
    public DbSet<UserAssignment> UserAssignments => Set<UserAssignment>();

    /// <summary>Applications, disabled ones included.</summary>
    public DbSet<Application> Applications => Set<Application>();

    /// <summary>Entitlements, revoked ones included.</summary>
    public DbSet<InstitutionOperation> InstitutionOperations => Set<InstitutionOperation>();

    /// <summary>What entitlements cover, field by field, closed rows included.</summary>
    public DbSet<FieldRight> FieldRights => Set<FieldRight>();

    /// <summary>Keys of the token door, withdrawn ones included. The panel's role may not read every column.</summary>
    public DbSet<TokenKey> TokenKeys => Set<TokenKey>();

    /// <summary>The one version row.</summary>
    public DbSet<RegistryVersion> Versions => Set<RegistryVersion>();

    /// <summary>Options for a connection string.</summary>
    /// <param name="connectionString">Npgsql connection string of the role that will act.</param>
    /// <returns>Options that know nothing but the database.</returns>
    public static DbContextOptions<RegistryContext> OptionsFor(string connectionString) =>
        new DbContextOptionsBuilder<RegistryContext>().UseNpgsql(connectionString).Options;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasDefaultSchema(Schema);

        modelBuilder.Entity<Institution>(institution =>
        {
            institution.ToTable("institution");
            institution.Property(row => row.Id).UseIdentityAlwaysColumn();
            institution.Property(row => row.Durum).HasConversion<string>();
        });
        modelBuilder.Entity<IpRange>(range =>
        {
            range.ToTable("ip_range");
            range.Property(row => row.Id).UseIdentityAlwaysColumn();
            range.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionId);
        });
        modelBuilder.Entity<Application>(application =>
        {
            application.ToTable("application");
            application.Property(row => row.Id).UseIdentityAlwaysColumn();
        });
        modelBuilder.Entity<AppUser>(user =>
        {
            user.ToTable("app_user");
            user.Property(row => row.Id).UseIdentityAlwaysColumn();
            user.Property(row => row.Durum).HasConversion<string>();
            user.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionId);
            user.HasOne<Application>().WithMany().HasForeignKey(row => row.DefaultApplicationId);
        });
        modelBuilder.Entity<UserAssignment>(assignment =>
        {
            assignment.ToTable("user_assignment");
            assignment.Property(row => row.Id).UseIdentityAlwaysColumn();
            assignment.HasOne<AppUser>().WithMany().HasForeignKey(row => row.UserId);
            assignment.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionId);
        });
        modelBuilder.Entity<InstitutionOperation>(entitlement =>
        {
            entitlement.ToTable("institution_operation");
            entitlement.Property(row => row.Id).UseIdentityAlwaysColumn();
            entitlement.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionId);
        });
        modelBuilder.Entity<FieldRight>(field =>
        {
            field.ToTable("field_right");
            field.Property(row => row.Id).UseIdentityAlwaysColumn();
            field.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionId);
        });
        modelBuilder.Entity<TokenKey>(key =>
        {
            key.ToTable("token_key");
            key.Property(row => row.Id).UseIdentityAlwaysColumn();
            key.Property(row => row.CreatedAt).ValueGeneratedOnAdd();
        });
        modelBuilder.Entity<RegistryVersion>(version =>
        {
            version.ToTable("registry_version");
            version.Property(row => row.Id).ValueGeneratedNever();
        });

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var column = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && column.Length > 0)
            {
                column.Append('_');
            }

            column.Append(char.ToLowerInvariant(letter));
        }

        return column.ToString();
    }
}
