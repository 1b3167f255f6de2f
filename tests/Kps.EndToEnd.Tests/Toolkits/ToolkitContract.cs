namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>Which WSDL a toolkit generates from.</summary>
internal enum ToolkitContract
{
    /// <summary>The queries.</summary>
    Kps,

    /// <summary>The queries in the shapes of 2017.</summary>
    Kps2017,

    /// <summary>The supplementary queries.</summary>
    Ek,
}
