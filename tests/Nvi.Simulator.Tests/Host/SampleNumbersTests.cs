using System.Text.Json;
using Kps.Contracts;
using Nvi.Simulator.Host;
using Nvi.Simulator.Population;

namespace Nvi.Simulator.Tests.Host;

internal sealed class SampleNumbersTests
{
    [Test]
    public void Samples_AreOneFlatObjectOfNumbersThatEveryPopulationHas()
    {
        var samples = JsonSerializer.Deserialize<Dictionary<string, string>>(SampleNumbers.ToJson())!;
        var people = new NviPopulation();

        Assert.That(samples.Keys, Is.SupersetOf(new[] { "citizen", "largestFamily", "koyAdresi", "withoutAddress" }));
        foreach (var (name, text) in samples)
        {
            Assert.That(Tckn.TryParse(text, out var number), Is.True, name);
            Assert.That(people.Find(number.Value) is not null, Is.EqualTo(name is not ("unknown" or "invalid")), name);
        }
    }
}
