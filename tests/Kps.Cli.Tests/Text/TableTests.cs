using Kps.Cli.Text;

namespace Kps.Cli.Tests.Text;

public sealed class TableTests
{
    [Test]
    public async Task Write_ColumnsOfTurkishLetters_Align()
    {
        var table = new Table("Ad", "No");
        table.Add("Şükrü", "1");
        table.Add("s\u0327ahin", "22");

        Assert.That(await TextOfAsync(table), Is.EqualTo("Ad     No\nŞükrü  1\ns\u0327ahin  22\n"));
    }

    [Test]
    public async Task Write_NoRow_SaysSo()
    {
        Assert.That(await TextOfAsync(new Table("Ad", "No")), Is.EqualTo("Ad  No\n(yok)\n"));
    }

    [Test]
    public void Add_RowOfAnotherWidth_IsAnError()
    {
        Assert.That(() => new Table("Ad", "No").Add("tek"), Throws.ArgumentException);
    }

    private static async Task<string> TextOfAsync(Table table)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        await table.WriteAsync(writer);
        return writer.ToString();
    }
}
