using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Kps.Gateway.Configuration;

/// <summary>
/// The settings a node runs with, defaults included, as sorted lines <c>section:key=value</c>, and their hash for the log. Paths of secret files are part of it, secrets
/// are not: no password of a connection string, no setting that is one.
/// </summary>
internal sealed class EffectiveConfiguration
{
    private const int ShownHashDigits = 8;
    private static readonly string[] Secrets = ["Password", "Secret", "ConnectionString", "Headers"];
    private static readonly string[] HostSections = ["Kestrel", "Logging"];

    private readonly SortedDictionary<string, SortedDictionary<string, string>> _sections = new(StringComparer.Ordinal);

    private EffectiveConfiguration()
    {
    }

    /// <summary>SHA-256 over all lines, UTF-8, each ended by a line feed.</summary>
    public byte[] Sha256 => HashOf(_sections.Keys);

    /// <summary>One word a section: its name and the first digits of the hash over its lines. Two starts compared show which section changed.</summary>
    public string SectionHashes =>
        string.Join(' ', _sections.Keys.Select(section => $"{section}={Convert.ToHexStringLower(HashOf([section]))[..ShownHashDigits]}"));

    /// <summary>The lines.</summary>
    public string Text => TextOf(_sections.Keys);

    /// <summary>Reads the bound options of our sections and the plain settings of the host's.</summary>
    public static EffectiveConfiguration Read(IConfiguration configuration, IServiceProvider services)
    {
        var effective = new EffectiveConfiguration();
        foreach (var section in OptionSections.All)
        {
            var options = section.Bind(services);
            foreach (var property in section.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                effective.Add(section.Name, property.Name, property.GetValue(options));
            }
        }

        foreach (var section in HostSections)
        {
            foreach (var (key, value) in configuration.GetSection(section).AsEnumerable(makePathsRelative: true))
            {
                effective.Add(section, key, value);
            }
        }

        return effective;
    }

    private static string Plain(object value) => value switch
    {
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(' ', list.Cast<object>().Select(Plain)),
        _ => value.ToString() ?? string.Empty,
    };

    private static string WithoutSecrets(string connectionString)
    {
        try
        {
            var plain = new NpgsqlConnectionStringBuilder(connectionString);
            plain.Remove("Password");
            plain.Remove("SSL Password");
            return plain.ConnectionString;
        }
        catch (ArgumentException)
        {
            return "given";
        }
    }

    private void Add(string section, string key, object? value)
    {
        if (value is null)
        {
            return;
        }

        if (!_sections.TryGetValue(section, out var lines))
        {
            _sections[section] = lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        var text = Plain(value);
        lines[key] = Array.Find(Secrets, secret => key.EndsWith(secret, StringComparison.OrdinalIgnoreCase)) switch
        {
            null => text,
            "ConnectionString" => WithoutSecrets(text),
            _ => text.Length == 0 ? string.Empty : "given",
        };
    }

    private byte[] HashOf(IEnumerable<string> sections) => SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(sections)));

    private string TextOf(IEnumerable<string> sections)
    {
        var text = new StringBuilder();
        foreach (var section in sections)
        {
            foreach (var (key, value) in _sections[section])
            {
                text.Append(section).Append(':').Append(key).Append('=').Append(value).Append('\n');
            }
        }

        return text.ToString();
    }
}
