namespace Kps.Audit.Vault;

/// <summary>The span of time a data key serves, in UTC as the partitions are.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Start">Its first day.</param>
internal readonly record struct KeyPeriod(KeyPurpose Purpose, DateOnly Start)
{
    /// <summary>The month or year a row's time falls into.</summary>
    public static KeyPeriod Of(KeyPurpose purpose, DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return new KeyPeriod(purpose, purpose == KeyPurpose.Body ? new DateOnly(utc.Year, utc.Month, 1) : new DateOnly(utc.Year, 1, 1));
    }

    /// <summary>The purpose as audit.vault_key has it.</summary>
    public string PurposeText => Purpose == KeyPurpose.Body ? "body" : "subject";

    /// <summary>Reads a row of audit.vault_key.</summary>
    /// <exception cref="FormatException">An unknown purpose.</exception>
    public static KeyPeriod FromRow(string purpose, DateOnly start) => purpose switch
    {
        "body" => new KeyPeriod(KeyPurpose.Body, start),
        "subject" => new KeyPeriod(KeyPurpose.Subject, start),
        _ => throw new FormatException("Unknown purpose of a data key."),
    };
}
