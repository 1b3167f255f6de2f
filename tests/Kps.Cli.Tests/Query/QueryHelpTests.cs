using Kps.Cli.Query;
using Kps.Cli.Text;

namespace Kps.Cli.Tests.Query;

public sealed class QueryHelpTests
{
    [Test]
    public async Task Help_NamesEveryQueryWithItsSentence()
    {
        var run = await CliRun.WithInputAsync(null, string.Empty, "query", "--help");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        foreach (var query in QueryCatalog.All)
        {
            Assert.That(run.Out, Does.Match($"(?m)^{query.Operation.Name} +{System.Text.RegularExpressions.Regex.Escape(query.About)}$"));
        }
    }

    [Test]
    public async Task HelpOfEveryQuery_ListsItsCriteriaInOrder()
    {
        foreach (var query in QueryCatalog.All)
        {
            var run = await CliRun.WithInputAsync(null, string.Empty, "query", "--op", query.Operation.Name, "--help");

            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)), query.Operation.Name);
            Assert.That(run.Out, Does.Contain($"{query.Operation.Name}: {query.About}"));
            Assert.That(
                run.Out.Split('\n').Select(line => line.Split(' ')[0]).Where(word => query.Criteria.Any(criterion => criterion.Name == word)).Take(query.Criteria.Count),
                Is.EqualTo(query.Criteria.Select(criterion => criterion.Name)),
                query.Operation.Name);
        }
    }

    [Test]
    public async Task HelpOfOneQuery_SaysKindNeedDefaultExampleAndRule()
    {
        var run = await CliRun.WithInputAsync(null, string.Empty, "query", "--op", "nufuskayitornegisorgula", "--help");

        Assert.Multiple(() =>
        {
            Assert.That(run.Out, Does.Match("(?m)^CiltKod +hayır +tam sayı +CiltKod=3$"));
            Assert.That(run.Out, Does.Match("(?m)^Olayli +verilmezse hayır +evet ya da hayır +Olayli=evet$"));
            Assert.That(run.Out, Does.Match(@"(?m)^Tip +verilmezse KisiKayitOrnegi +KisiKayitOrnegi \| AileKayitOrnegi \| .* +Tip=AileKayitOrnegi$"));
            Assert.That(run.Out, Does.Match("(?m)^KimlikNo komuttan sonra numara olarak da yazılabilir\\.$"));
            Assert.That(run.Out, Does.Match("(?m)^Ya KimlikNo ya da AileSiraNo, BireySiraNo, CiltKod, IlceKod birlikte verilir\\.$"));
        });
    }

    [Test]
    public async Task QueryWithoutCriteria_SaysSo()
    {
        var run = await CliRun.WithInputAsync(null, string.Empty, "query", "--op", "IlListesi", "--help");

        Assert.That(run.Out, Does.EndWith("IlListesi: İllerin listesi.\nÖlçüt almaz.\n"));
    }

    [Test]
    public async Task UnknownQuery_IsAnsweredWithTheList()
    {
        var run = await CliRun.WithInputAsync(null, string.Empty, "query", "12345678950", "--op", "KisiListele");

        Assert.That((run.ExitCode, run.Error.Trim()), Is.EqualTo((1, $"--op şunlardan biri olmalı: {OperationNames.List}.")));
        Assert.That(OperationNames.List, Does.Contain("BilesikKisiSorgula, ").And.Contain("YabanciDogrula"));
    }

    [Test]
    public async Task WrongCriteria_AreAnsweredWithThoseOfTheQuery()
    {
        var run = await CliRun.WithInputAsync(null, string.Empty, "query", "--op", "IlceListesi");

        Assert.That((run.ExitCode, run.Error.Trim()), Is.EqualTo((1, "IlceListesi için eksik ölçüt: ilKod.")));
        Assert.That(run.Out, Does.Match("(?m)^ilKod +evet +tam sayı +ilKod=6$"));
    }
}
