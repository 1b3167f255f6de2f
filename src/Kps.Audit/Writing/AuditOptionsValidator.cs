using System.Data.Common;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Audit.Writing;

/// <summary>Reports everything that is wrong with the settings at once. Never quotes the connection string: it holds a password.</summary>
internal sealed class AuditOptionsValidator(bool keyIsFile) : IValidateOptions<AuditOptions>
{
    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        var errors = new List<string>();
        CheckConnection(options.ConnectionString, errors);
        if (keyIsFile)
        {
            CheckMasterKey("MasterKeyFile", options.MasterKeyFile, errors);
            if (options.FormerMasterKeyFiles.Count > MasterKeyRing.MaxFormer)
            {
                errors.Add($"FormerMasterKeyFiles must have at most {MasterKeyRing.MaxFormer} files.");
            }

            foreach (var (path, index) in options.FormerMasterKeyFiles.Take(MasterKeyRing.MaxFormer).Select((path, index) => (path, index)))
            {
                CheckMasterKey($"FormerMasterKeyFiles:{index}", path, errors);
            }
        }

        if (string.IsNullOrWhiteSpace(options.NodeName) || options.NodeName.Length > 100)
        {
            errors.Add("NodeName must have 1 to 100 characters.");
        }

        if (options.QueueCapacity is < 64 or > 65_536)
        {
            errors.Add("QueueCapacity must be 64 to 65536 rows.");
        }

        if (options.AppendWait < TimeSpan.FromMilliseconds(100) || options.AppendWait > TimeSpan.FromSeconds(10))
        {
            errors.Add("AppendWait must be 100 ms to 10 s.");
        }

        if (options.StartWait < TimeSpan.Zero || options.StartWait > TimeSpan.FromMinutes(10))
        {
            errors.Add("StartWait must be 0 to 10 min.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(error => "Audit: " + error));
    }

    private static void CheckConnection(string connectionString, List<string> errors)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database) || string.IsNullOrEmpty(builder.Username))
            {
                errors.Add("ConnectionString must name host, database and user.");
            }
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or DbException)
        {
            errors.Add("ConnectionString is not an Npgsql connection string.");
        }
    }

    private static void CheckMasterKey(string key, string? path, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            errors.Add($"{key} is missing.");
            return;
        }

        try
        {
            MasterKeyFile.Open(path).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            errors.Add($"{key}: {e.Message}");
        }
    }
}
