using System.Globalization;
using System.Text.Json;
using Kps.Contracts;
using Nvi.Simulator.Population;

namespace Nvi.Simulator.Host;

/// <summary>
/// <c>--samples</c>: one number of each sort as a JSON object of texts, for whoever writes a demonstration; every sort that
/// <see cref="PopulationSamples"/> names. They are the same for every population.
/// </summary>
internal static class SampleNumbers
{
    /// <summary>The object's text.</summary>
    public static string ToJson() => JsonSerializer.Serialize(
        Numbers(new NviPopulation(NviPopulation.Smallest).Samples, string.Empty)
            .ToDictionary(sample => JsonNamingPolicy.CamelCase.ConvertName(sample.Name), sample => sample.Number.Value.ToString(CultureInfo.InvariantCulture)));

    // Of a sort that takes several people, each under the sort's name and its own.
    private static IEnumerable<(string Name, Tckn Number)> Numbers(object samples, string sort) =>
        samples.GetType().GetProperties().SelectMany(member => (member.GetValue(samples), sort + member.Name) switch
        {
            (Tckn number, var name) => [(name, number)],
            ({ } several, var name) when several.GetType().Namespace == typeof(PopulationSamples).Namespace => Numbers(several, name),
            _ => [],
        });
}
