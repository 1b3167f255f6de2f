using Kps.Contracts.Fields;
using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;
using Kps.Contracts.Kisi;
using Kps.Gateway.Call.Entitling;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Tests.Call.Entitling;

/// <summary>For random results and random rights of every operation: what leaves is given and as it was, what is given leaves, and nothing else changes.</summary>
internal sealed class FieldProjectionPropertyTests
{
    private const int Rounds = 150;

    private static readonly string[] Registers = ["TCVatandasiKisiKutukleri", "MaviKartliKisiKutukleri", "YabanciKisiKutukleri"];

    private static IEnumerable<OperationFields> All => FieldCatalog.All;

    [TestCaseSource(nameof(All))]
    public void Projection_LeavesExactlyWhatIsGiven(OperationFields fields)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var rights = new RandomRights(fields.Result, random);
            var sonuc = ContractTrees.Random(fields.Result.Result, random);
            var before = ContractTrees.Lines(sonuc);
            var told = new FieldProjection(fields.Result, rights.Set).Apply(sonuc);
            var after = ContractTrees.Lines(sonuc);
            var why = $"seed {seed}, {rights}";

            foreach (var (place, value) in after)
            {
                Assert.That(before.GetValueOrDefault(place), Is.EqualTo(value), $"{place} was changed or invented; {why}");
                AssertMayLeave(fields.Result, rights, place, why);
            }

            foreach (var place in before.Keys.Where(place => !after.ContainsKey(place)))
            {
                AssertMustGo(fields.Result, rights, place, why);
            }

            AssertTold(fields.Result, rights, before, told, why);
        }
    }

    [TestCaseSource(nameof(All))]
    public void SecondProjection_ChangesNothingAndWithholdsNothing(OperationFields fields)
    {
        for (var seed = 0; seed < Rounds / 3; seed++)
        {
            var random = new Random(seed);
            var projection = new FieldProjection(fields.Result, new RandomRights(fields.Result, random).Set);
            var sonuc = ContractTrees.Random(fields.Result.Result, random);
            var first = projection.Apply(sonuc);
            var lines = ContractTrees.Lines(sonuc);
            var second = projection.Apply(sonuc);

            Assert.That(second, Is.EqualTo(first with { Withheld = null }), $"seed {seed}");
            Assert.That(ContractTrees.Lines(sonuc), Is.EqualTo(lines), $"seed {seed}");
        }
    }

    [TestCaseSource(nameof(All))]
    public void Ordinary_TakesOutSpecialFieldsAlone(OperationFields fields)
    {
        for (var seed = 0; seed < Rounds / 3; seed++)
        {
            var sonuc = ContractTrees.Random(fields.Result.Result, new Random(seed));
            var before = ContractTrees.Lines(sonuc);
            new FieldProjection(fields.Result, FieldSet.Ordinary).Apply(sonuc);
            var gone = before.Keys.Except(ContractTrees.Lines(sonuc).Keys).Select(ContractTrees.PathOf).Distinct().ToList();

            Assert.That(gone.Where(path => fields.Result.Find(path) is { IsOutside: false }), Is.All.EndsWith("DurumBilgisi/Din"), $"seed {seed}");
        }
    }

    [TestCaseSource(nameof(All))]
    public void Nothing_LeavesTheBareShape(OperationFields fields)
    {
        for (var seed = 0; seed < Rounds / 3; seed++)
        {
            var sonuc = ContractTrees.Random(fields.Result.Result, new Random(seed), filled: 12);
            var told = new FieldProjection(fields.Result, FieldSet.Nothing).Apply(sonuc);

            Assert.That(told.Returned, Is.Null, $"seed {seed}");
            Assert.That(
                ContractTrees.Lines(sonuc).Where(line => line.Value is not "record" && !line.Key.EndsWith(']') && fields.Result.Find(ContractTrees.PathOf(line.Key)) is { IsStructural: false }),
                Is.Empty,
                $"seed {seed}");
        }
    }

    private static bool IsUnder(string path, string record) => path == record || path.StartsWith(record + "/", StringComparison.Ordinal);

    private static void AssertMayLeave(FieldTree tree, RandomRights rights, string place, string why)
    {
        if (place == "[]" || place.EndsWith(']'))
        {
            return;
        }

        var field = tree.Find(ContractTrees.PathOf(place))!;
        if (field.Shape == FieldShape.Value)
        {
            Assert.That(field.IsStructural || rights.Gives(field), Is.True, $"{place} is not given; {why}");
        }
        else if (!IsKept(field))
        {
            Assert.That(rights.GivesSomethingOf(field), Is.True, $"nothing of {place} is given; {why}");
        }
    }

    private static void AssertMustGo(FieldTree tree, RandomRights rights, string place, string why)
    {
        // With a record that went as a whole goes everything in it, what stands in every answer included.
        var path = ContractTrees.PathOf(place);
        for (var above = path.LastIndexOf('/'); above > 0; above = path.LastIndexOf('/', above - 1))
        {
            if (tree.Find(path[..above]) is { } record && !IsKept(record) && !rights.GivesSomethingOf(record))
            {
                return;
            }
        }

        var field = tree.Find(path)!;
        Assert.That(field.Shape == FieldShape.Value ? !field.IsStructural && !rights.Gives(field) : !IsKept(field) && !rights.GivesSomethingOf(field), Is.True, $"{place} got lost; {why}");
    }

    /// <summary>Named is what had data and went, by the shortest path under which nothing is given; and nothing else.</summary>
    private static void AssertTold(FieldTree tree, RandomRights rights, SortedDictionary<string, object> before, ProjectedFields told, string why)
    {
        var named = Expand(told.Withheld);
        var gone = before.Keys.Where(place => place != "[]" && !place.EndsWith(']'))
            .Select(ContractTrees.PathOf)
            .Where(path => tree.Find(path) is { Shape: FieldShape.Value, IsStructural: false } field && !rights.Gives(field) && !field.IsOutside)
            .Distinct()
            .ToList();
        foreach (var path in gone)
        {
            Assert.That(named.Count(name => IsUnder(path, name)), Is.EqualTo(1), $"{path} went and is not told once; {why}");
        }

        foreach (var name in named.Where(name => tree.Find(name) is not { IsOutside: true }))
        {
            Assert.That(gone.Exists(path => IsUnder(path, name)), Is.True, $"{name} is told and nothing went; {why}");
            Assert.That(tree.Find(name), Is.Not.Null, why);
        }
    }

    private static List<string> Expand(string? text) =>
    [
        .. (text?.Split(' ') ?? []).SelectMany(group =>
        {
            var end = group.LastIndexOf('/') + 1;
            return group[end..].Split(',').Select(name => group[..end] + name);
        }),
    ];

    /// <summary>What clients read through, written down a second time.</summary>
    private static bool IsKept(FieldDescription field) =>
        field.Shape == FieldShape.Record
        && (Registers.Contains(field.Name) || field.Name is "KisiBilgisi" or "TemelBilgisi" or "DurumBilgisi"
            || (field.Name == "OlumTarih" && (field.Owner == typeof(DurumBilgisi) || field.Owner == typeof(NkoMaviKartKisiDurumBilgisi)))
            || (field.Name == "DogumTarih" && field.Owner == typeof(TemelBilgisi)));
}
