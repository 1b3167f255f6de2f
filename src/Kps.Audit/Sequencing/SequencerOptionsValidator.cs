using System.Data.Common;
using System.Security.Cryptography;
using Kps.Evidence.Notes;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Audit.Sequencing;

/// <summary>Reports everything that is wrong with the settings at once. Quotes neither the connection string nor the key.</summary>
internal sealed class SequencerOptionsValidator : IValidateOptions<SequencerOptions>
{
    private const int MaxOrigin = 150;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public ValidateOptionsResult Validate(string? name, SequencerOptions options)
    {
        var errors = new List<string>();
        if (options.Interval < Shortest || options.Interval > Longest)
        {
            errors.Add("Interval must be 100 ms to 2 s.");
        }

        if (options.IsOn)
        {
            CheckConnection(options.ConnectionString, errors);
            CheckKey(options.SigningKeyFile, errors);
            if (options.Origin is not { Length: <= MaxOrigin } origin || !NoteSignature.IsKeyName(origin))
            {
                errors.Add($"Origin must have 1 to {MaxOrigin} characters, no blanks and no plus sign.");
            }

            if (string.IsNullOrWhiteSpace(options.PublishedFile))
            {
                errors.Add("PublishedFile is missing.");
            }
            else if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(options.PublishedFile))))
            {
                errors.Add("PublishedFile: its directory does not exist.");
            }
        }
        else if (options.SigningKeyFile is not null || options.Origin is not null || options.PublishedFile is not null)
        {
            errors.Add("ConnectionString is missing.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(error => "Sequencer: " + error));
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

    private static void CheckKey(string? path, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            errors.Add("SigningKeyFile is missing.");
            return;
        }

        try
        {
            EcdsaNoteKey.FromPem(File.ReadAllText(path)).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            errors.Add("SigningKeyFile: " + e.Message);
        }
    }
}
