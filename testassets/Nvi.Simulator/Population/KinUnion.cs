namespace Nvi.Simulator.Population;

/// <summary>A marriage a kin template provides for; <see cref="Unions"/> decides when it was made and whether it ended.</summary>
/// <param name="Husband">Seat of the husband.</param>
/// <param name="Wife">Seat of the wife.</param>
/// <param name="DivorcePerThousand">Share of such marriages that ended in divorce.</param>
/// <param name="After">The union whose divorce set one of the two free; −1 for a first marriage.</param>
/// <param name="RemarryPerThousand">Share of second marriages that came about after that divorce.</param>
/// <param name="Married">Year of the marriage, counted from the base year; null to let chance decide.</param>
/// <param name="Divorced">Year of the divorce, counted from the base year; only with <paramref name="Married"/>.</param>
internal sealed record KinUnion(
    int Husband, int Wife, int DivorcePerThousand = 0, int After = -1, int RemarryPerThousand = 0, int? Married = null, int? Divorced = null);
