using System.Security.Cryptography;
using System.Text;

namespace Kps.Audit.Tests.Vault;

public sealed class SubjectIndexTests
{
    [Test]
    public void Index_is_the_first_half_of_the_hmac_over_the_digits()
    {
        using var key = SampleCalls.SubjectKey();
        var digits = Encoding.ASCII.GetBytes(SampleCalls.Person.Value.ToString());
        var expected = HMACSHA256.HashData(Enumerable.Range(100, 32).Select(value => (byte)value).ToArray(), digits)[..16];
        Assert.That(key.IndexOf(SampleCalls.Person).ToString(), Is.EqualTo(Convert.ToHexStringLower(expected)));
    }

    [Test]
    public void A_person_has_one_index_as_subject_and_as_asker()
    {
        using var key = SampleCalls.SubjectKey();
        Assert.That(key.IndexOf(SampleCalls.Person.Value), Is.EqualTo(key.IndexOf(SampleCalls.Person)));
    }

    [Test]
    public void A_user_name_never_meets_a_person()
    {
        using var key = SampleCalls.SubjectKey();
        Assert.That(key.IndexOfUserName(SampleCalls.Person.Value.ToString()), Is.Not.EqualTo(key.IndexOf(SampleCalls.Person)));
    }

    [Test]
    public void Another_key_gives_another_index()
    {
        using var one = SampleCalls.SubjectKey();
        using var other = SampleCalls.BodyKey();
        Assert.That(one.IndexOf(SampleCalls.Person), Is.Not.EqualTo(other.IndexOf(SampleCalls.Person)));
    }

    [Test]
    public void Longest_user_name_is_hashed()
    {
        using var key = SampleCalls.SubjectKey();
        Assert.That(key.IndexOfUserName(new string('ğ', 5000)), Is.EqualTo(key.IndexOfUserName(new string('ğ', 256))));
    }
}
