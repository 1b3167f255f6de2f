using FsCheck;
using FsCheck.Fluent;
using Kps.Audit.Processes;

namespace Kps.Audit.Tests;

public sealed class IslemNoTests
{
    [Test]
    public void Issued_numbers_read_back_and_have_plain_characters()
    {
        var numbers = new IslemNoSequence(0xABCDEF);
        for (var i = 0; i < 2000; i++)
        {
            var issued = numbers.Next();
            var text = issued.ToString();
            Assert.That(text, Does.Match("^[0-9A-HJKMNP-TV-Z]{13}$"));
            Assert.That(IslemNo.TryParse(text, out var read), Is.True);
            Assert.That(read, Is.EqualTo(issued));
            Assert.That(read.Prefix, Is.EqualTo(0xABCDEF));
        }
    }

    [Test]
    public void Any_issuable_number_survives_text() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).Two().ToArbitrary(), pair =>
        {
            var value = (((long)pair.Item1 << 29) ^ pair.Item2) & ((1L << 60) - 1);
            return !IslemNo.TryCreate(value, out var no) || (IslemNo.TryParse(no.ToString(), out var read) && read.Value == value);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Known_number_has_known_text()
    {
        Assert.That(IslemNo.TryCreate((1L << 36) | 30, out var no), Is.True);
        Assert.That(no.ToString(), Is.EqualTo("00002000000YZ"));
    }

    [Test]
    public void Text_is_read_tolerantly()
    {
        var issued = new IslemNoSequence(1).Next();
        var text = issued.ToString();
        var spoken = text.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Insert(4, "-").Insert(9, " ");
        Assert.That(IslemNo.TryParse(spoken, out var read), Is.True);
        Assert.That(read, Is.EqualTo(issued));
    }

    [Test]
    public void A_wrong_character_or_two_swapped_are_noticed()
    {
        const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var text = new IslemNoSequence(0x123456).Next().ToString();
        for (var position = 0; position < text.Length; position++)
        {
            foreach (var other in Alphabet.Where(character => character != text[position]))
            {
                var wrong = text.ToCharArray();
                wrong[position] = other;
                Assert.That(IslemNo.TryParse(new string(wrong), out _), Is.False, $"{text} at {position}");
            }

            if (position + 1 < text.Length && text[position] != text[position + 1])
            {
                var swapped = text.ToCharArray();
                (swapped[position], swapped[position + 1]) = (swapped[position + 1], swapped[position]);
                Assert.That(IslemNo.TryParse(new string(swapped), out _), Is.False, new string(swapped));
            }
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("0000000000000")]
    [TestCase("00002000001")]
    [TestCase("00002000001000000")]
    [TestCase("00002000001*U")]
    public void Other_text_is_refused(string? text) => Assert.That(IslemNo.TryParse(text, out _), Is.False);

    [Test]
    public void Numbers_with_an_unspeakable_check_are_never_issued()
    {
        for (long value = 1; value < 200; value++)
        {
            Assert.That(IslemNo.TryCreate(value, out _), Is.EqualTo(value % 37 < 32));
        }
    }

    [Test]
    public void Concurrent_callers_never_share_a_number()
    {
        var numbers = new IslemNoSequence(7);
        var issued = new System.Collections.Concurrent.ConcurrentBag<IslemNo>();
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 1000; i++)
            {
                issued.Add(numbers.Next());
            }
        });
        Assert.That(issued.Distinct().Count(), Is.EqualTo(8000));
    }
}
