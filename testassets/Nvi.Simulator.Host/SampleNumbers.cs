using System.Globalization;
using System.Text.Json;
using Kps.Contracts;
using Nvi.Simulator.Population;

namespace Nvi.Simulator.Host;

/// <summary><c>--samples</c>: one number of each sort as a JSON object, for whoever writes a demonstration. They are the same for every population.</summary>
internal static class SampleNumbers
{
    /// <summary>The object's text.</summary>
    public static string ToJson()
    {
        var samples = new NviPopulation(NviPopulation.Smallest).Samples;
        return JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["citizen"] = Text(samples.Citizen),
            ["blueCard"] = Text(samples.BlueCard),
            ["foreigner"] = Text(samples.Foreigner),
            ["deceased"] = Text(samples.Deceased),
            ["divorced"] = Text(samples.Divorced),
            ["widowed"] = Text(samples.Widowed),
            ["naturalised"] = Text(samples.Naturalised),
            ["largestFamily"] = Text(samples.LargestFamily),
            ["namesake"] = Text(samples.NamesakesTwins.One),
            ["town"] = Text(samples.BeldeAdresi),
            ["village"] = Text(samples.KoyAdresi),
            ["abroad"] = Text(samples.YurtDisiAdresi),
            ["withoutAddress"] = Text(samples.WithoutAddress),
            ["unknown"] = Text(samples.Unknown),
            ["invalid"] = Text(samples.Invalid),
        });
    }

    private static string Text(Tckn number) => number.Value.ToString(CultureInfo.InvariantCulture);
}
