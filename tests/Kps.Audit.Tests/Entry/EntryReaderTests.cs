using FsCheck;
using FsCheck.Fluent;

namespace Kps.Audit.Tests.Entry;

public sealed class EntryReaderTests
{
    [Test]
    public void Unknown_tag_is_skipped_and_named()
    {
        byte[] entry = [.. Convert.FromHexString(Golden.Intent), 200, 0, 2, 1, 2];
        Assert.That(AuditEntry.Decode(entry).UnknownTags, Is.EqualTo(new byte[] { 200 }));
    }

    [TestCase("", TestName = "Nothing_is_not_an_entry")]
    [TestCase("02", TestName = "Unknown_version_is_refused")]
    [TestCase("01", TestName = "Version_alone_is_not_an_entry")]
    [TestCase("01020001010300080000102000000001", TestName = "Entry_without_salt_is_refused")]
    public void Refused(string hex) => Assert.That(() => AuditEntry.Decode(Convert.FromHexString(hex)), Throws.TypeOf<FormatException>());

    [Test]
    public void Fields_out_of_order_are_refused()
    {
        byte[] entry = [.. Convert.FromHexString(Golden.Intent), 2, 0, 1, 1];
        Assert.That(() => AuditEntry.Decode(entry), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void A_field_twice_is_refused()
    {
        byte[] entry = [.. Convert.FromHexString(Golden.Intent), 72, 0, 1, 1];
        Assert.That(() => AuditEntry.Decode(entry), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void Every_cut_short_entry_is_refused_or_lacks_only_whole_fields()
    {
        var whole = Convert.FromHexString(Golden.Intent);
        var complete = 0;
        for (var length = 0; length < whole.Length; length++)
        {
            try
            {
                AuditEntry.Decode(whole.AsSpan(0, length));
                complete++;
            }
            catch (FormatException)
            {
                continue;
            }
        }

        Assert.That(complete, Is.EqualTo(20), "cuts between two fields after the time of the row");
    }

    [Test]
    public void Random_damage_never_throws_anything_but_format_errors() =>
        Prop.ForAll(Gen.Choose(0, 10_000).Two().ToArbitrary(), damage =>
        {
            var entry = Convert.FromHexString(Golden.Intent);
            Assert.That(entry, Is.Not.Empty);
            entry[damage.Item1 % entry.Length] ^= (byte)(1 + (damage.Item2 % 255));
            try
            {
                return AuditEntry.Decode(entry) is not null;
            }
            catch (FormatException)
            {
                return true;
            }
        }).QuickCheckThrowOnFailure();
}
