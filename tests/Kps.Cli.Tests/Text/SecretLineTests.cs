using Kps.Cli.Text;

namespace Kps.Cli.Tests.Text;

public sealed class SecretLineTests
{
    [TestCase("parola", "parola")]
    [TestCase("parola\n", "parola")]
    [TestCase("parola\r\nbaşka\n", "parola")]
    [TestCase(" iki boşluk \n", " iki boşluk ")]
    public async Task Read_FirstLine_IsKeptAsItIs(string input, string expected)
    {
        Assert.That((await SecretLine.ReadAsync(new StringReader(input), CancellationToken.None)).Reveal(), Is.EqualTo(expected));
    }

    [Test]
    public void Read_NothingOrTooMuch_IsRefusedWithoutRepeatingIt([Values("", "\n", "\r\nx")] string input)
    {
        Assert.That(() => SecretLine.ReadAsync(new StringReader(input), CancellationToken.None), Throws.TypeOf<CommandException>());
    }

    [Test]
    public void Read_EndlessLine_StopsAtTheLimit()
    {
        Assert.That(
            () => SecretLine.ReadAsync(new StringReader(new string('a', 100_000)), CancellationToken.None),
            Throws.TypeOf<CommandException>().With.Message.Not.Contain("aaa"));
    }
}
