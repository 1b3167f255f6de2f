using System.Text;
using Kps.Evidence.Stamps;
using Kps.Evidence.Trees;

namespace Kps.Evidence.Tests.Stamps;

internal sealed class ReStampTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Note = Encoding.UTF8.GetBytes("a note");

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(8)]
    [TestCase(100)]
    public void EveryMember_IsProven(int count)
    {
        var members = Enumerable.Range(0, count).Select(number => Encoding.UTF8.GetBytes($"member {number}")).ToList();
        var list = new ReStampList(members.Select(member => ReStampList.LeafOf(member)));

        for (var index = 0; index < count; index++)
        {
            var proof = list.Proof(index);
            Assert.That(proof.Covers(members[index]), $"member {index}");
            Assert.That(proof.Covers(Note), Is.False);
            Assert.That(proof.Stamped(), Is.EqualTo(list.ToArray()));
            Assert.That((proof with { Index = index + 1 }).Covers(members[index]), Is.False);
            Assert.That((proof with { Root = TreeHash.Empty }).Covers(members[index]), Is.False);
        }
    }

    [Test]
    public void Text_IsThreeLines()
    {
        var list = new ReStampList([ReStampList.LeafOf(Note), ReStampList.LeafOf([1])]);

        Assert.That(list.Text, Is.EqualTo($"kps-restamp/1\n2\n{TreeHash.OfNodes(TreeHash.OfLeaf(Note), TreeHash.OfLeaf([1]))}\n"));
    }

    [Test]
    public void Lists_HaveMembersAndALimit()
    {
        Assert.That(() => new ReStampList([]), Throws.ArgumentException);
        Assert.That(() => new ReStampList(Enumerable.Repeat(TreeHash.Empty, ReStampList.MaxMembers + 1)), Throws.ArgumentException);
        Assert.That(() => new ReStampList([TreeHash.Empty]).Proof(1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Chain_ProvesTheFirstTimeBeyondTheLifeOfItsCertificate()
    {
        using var tsa = new Authorities();
        var first = tsa.First.Stamp(Note, Start);
        var second = Renew(tsa.Second, first, Start.AddYears(2));
        var third = Renew(tsa.Third, second.Stamp, Start.AddYears(5));

        Assert.That(ReStamp.VerifyChain(Note, first, [second, third], tsa.Roots), Is.EqualTo(new TimeStampVerdict(TimeStampFault.None)));
        Assert.That(ReStamp.VerifyChain(Note, first, [], tsa.Roots).IsValid);
        Assert.That(ReStamp.VerifyChain(Note, first, [third], tsa.Roots).IsValid, Is.False, "a link is missing");
        Assert.That(ReStamp.VerifyChain([.. Note, 1], first, [second, third], tsa.Roots).Fault, Is.EqualTo(TimeStampFault.OtherData));
        Assert.That(ReStamp.VerifyChain(Note, first, [second, third], tsa.First.Roots).Fault, Is.EqualTo(TimeStampFault.Untrusted));
    }

    [Test]
    public void Renewal_AfterTheEndOfTheOldCertificateProvesNothing()
    {
        using var tsa = new Authorities();
        var first = tsa.First.Stamp(Note, Start);
        var late = Renew(tsa.Second, first, Start.AddYears(3).AddDays(1));

        Assert.That(ReStamp.VerifyChain(Note, first, [late], tsa.Roots).Fault, Is.EqualTo(TimeStampFault.RenewedTooLate));
    }

    [Test]
    public void Renewal_OfSomethingElseIsTold()
    {
        using var tsa = new Authorities();
        var first = tsa.First.Stamp(Note, Start);
        var other = Renew(tsa.Second, tsa.First.Stamp([9], Start), Start.AddYears(2));

        Assert.That(ReStamp.VerifyChain(Note, first, [other], tsa.Roots).Fault, Is.EqualTo(TimeStampFault.OtherData));
    }

    [Test]
    public void Checkpoint_OfAListIsStampedByIt()
    {
        using var tsa = new Authorities();
        var list = new ReStampList([ReStampList.LeafOf(Note), ReStampList.LeafOf([1])]);
        var stamp = tsa.First.Stamp(list.ToArray(), Start);

        Assert.That(new ReStamp(list.Proof(0), stamp).Verify(Note, tsa.Roots).IsValid);
        Assert.That(new ReStamp(list.Proof(1), stamp).Verify(Note, tsa.Roots).Fault, Is.EqualTo(TimeStampFault.OtherData));
    }

    /// <summary>The old token among others, stamped anew.</summary>
    private static ReStamp Renew(ForgedTsa tsa, TimeStamp old, DateTimeOffset at)
    {
        var list = new ReStampList([ReStampList.LeafOf([1]), ReStampList.LeafOf(old.Token.Span), ReStampList.LeafOf([2])]);
        return new ReStamp(list.Proof(1), tsa.Stamp(list.ToArray(), at));
    }

    /// <summary>Three certificates whose lives overlap.</summary>
    private sealed class Authorities : IDisposable
    {
        public ForgedTsa First { get; } = new(Start.AddDays(-1), Start.AddYears(3));

        public ForgedTsa Second { get; } = new(Start.AddYears(1), Start.AddYears(6));

        public ForgedTsa Third { get; } = new(Start.AddYears(4), Start.AddYears(10));

        public TsaRoots Roots => TsaRoots.FromPem(First.RootPem + Second.RootPem + Third.RootPem);

        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
            Third.Dispose();
        }
    }
}
