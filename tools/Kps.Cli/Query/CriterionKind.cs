namespace Kps.Cli.Query;

/// <summary>What a criterion holds, as the contract types it.</summary>
internal enum CriterionKind
{
    /// <summary>A person's number, xs:long: digits. Whether it can be anybody's is the gateway's to say.</summary>
    Number,

    /// <summary>A code or a count, xs:int.</summary>
    Code,

    /// <summary>A text; the gateway writes names as the register does.</summary>
    Text,

    /// <summary>A day, xs:dateTime at midnight without zone.</summary>
    Day,

    /// <summary>Yes or no, xs:boolean.</summary>
    Flag,

    /// <summary>One of the names of an enumeration.</summary>
    Choice,
}
