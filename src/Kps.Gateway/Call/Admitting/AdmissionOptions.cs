namespace Kps.Gateway.Call.Admitting;

/// <summary>How many calls may be on their way at once, and who waits for whom. Section <c>Admission</c>.</summary>
internal sealed class AdmissionOptions
{
    /// <summary>Calls between Admit and their answer, all institutions together.</summary>
    /// <value>200; 1 … 10,000. No larger than Mernis:MaxConcurrency, or calls wait twice.</value>
    public int MaxConcurrency { get; set; } = 200;

    /// <summary>Part of <see cref="MaxConcurrency"/> one institution may hold, so that there is always room for the others.</summary>
    /// <value>75 %; 1 … 100.</value>
    public int InstitutionSharePercent { get; set; } = 75;

    /// <summary>Calls of one institution that may wait.</summary>
    /// <value>100; 0 … 10,000.</value>
    public int QueuePerInstitution { get; set; } = 100;

    /// <summary>Longest wait before the answer is "Meşgul".</summary>
    /// <value>2 s; 0 … 10 s.</value>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(2);
}
