using System.Globalization;
using Kps.Registry.Tokens;

namespace Kps.Cli.TokenKeys;

/// <summary>How a key is named to an operator.</summary>
internal static class KeyWords
{
    private const int ShownFingerprint = 16;

    public static string Kind(bool isTest) => isTest ? "TEST" : "Üretim";

    public static string Id(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Enough to compare by eye; the whole is in the registry.</summary>
    public static string Fingerprint(string fingerprint) => fingerprint[..ShownFingerprint];

    public static string Of(TokenKeyListing key) => Of(key.Id, key.IsTest, key.Fingerprint);

    public static string Of(int id, bool isTest, string fingerprint) => $"no {Id(id)} ({Kind(isTest)}, parmak izi {Fingerprint(fingerprint)})";
}
