namespace Kps.Gateway.Call;

/// <summary>Why a call goes no further. An expected outcome, so a value and not an exception.</summary>
/// <param name="Code">From the closed list.</param>
/// <param name="Subject">
/// What the text must name: a member, a header, minutes. Taken from the request at most, so it goes back to the caller only, never into a
/// log line or an audit row. Cut to 100 characters by the translator.
/// </param>
internal sealed record CallFault(FaultCode Code, string? Subject = null)
{
    /// <summary>The code only.</summary>
    public override string ToString() => Code.ToString();
}
