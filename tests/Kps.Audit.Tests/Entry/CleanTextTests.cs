using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kps.Audit.Entry;

namespace Kps.Audit.Tests.Entry;

public sealed class CleanTextTests
{
    [TestCase("Microsoft WCF/4.0", "Microsoft WCF/4.0")]
    [TestCase("  a\r\nb\u202ec ", "a  b c")]
    [TestCase("no 12345678901 here", "no ########### here")]
    [TestCase("1234567890", "1234567890")]
    [TestCase("123456789012", "############")]
    [TestCase("٠١٢٣٤٥٦٧٨٩٠", "###########")]
    [TestCase("İıŞ🙂", "İıŞ🙂")]
    public void Text_is_cleaned(string text, string expected) => Assert.That(Clean(text, 200), Is.EqualTo(expected));

    [Test]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.That(Clean(new string(['\ud83d', 'x']), 200), Is.EqualTo("\ufffdx"));

    [TestCase("abcdef", 6, "abcdef")]
    [TestCase("abcdefg", 6, "abc…")]
    [TestCase("üüüü", 7, "üü…")]
    public void Long_text_is_cut_at_a_character(string text, int limit, string expected) => Assert.That(Clean(text, limit), Is.EqualTo(expected));

    [Test]
    public void Result_is_bounded_valid_and_without_long_numbers() => Prop.ForAll<string>(text =>
    {
        var clean = Clean(text ?? "", 64);
        return Encoding.UTF8.GetByteCount(clean) <= 64 && !clean.Any(char.IsControl)
            && !System.Text.RegularExpressions.Regex.IsMatch(clean, @"\d{11}");
    }).QuickCheckThrowOnFailure();

    [TestCase("nvi-timeout", "nvi-timeout")]
    [TestCase("a b\nç", "a_b__")]
    [TestCase("x12345678901", "x###########")]
    public void Words_are_ascii(string word, string expected)
    {
        var destination = new byte[64];
        Assert.That(Encoding.ASCII.GetString(destination, 0, CleanText.WriteWord(word, destination, 64)), Is.EqualTo(expected));
    }

    private static string Clean(string text, int limit)
    {
        var destination = new byte[limit];
        return new UTF8Encoding(false, true).GetString(destination, 0, CleanText.Write(text, destination, limit));
    }
}
