namespace Kps.Bench.Comparing;

/// <summary>One party of the comparison.</summary>
/// <param name="Letter">As the report names it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Target">Where it runs.</param>
/// <param name="Message">Writes the template of its messages, time of now.</param>
internal sealed record MeasuredSystem(char Letter, string Name, Target Target, Func<string> Message);
