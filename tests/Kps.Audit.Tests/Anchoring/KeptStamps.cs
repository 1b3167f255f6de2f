using System.Text;
using Kps.Evidence.Stamps;
using Kps.Evidence.Trees;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Anchoring;

/// <summary>The stamps as an auditor finds them: through the views, with nothing of the service.</summary>
internal sealed record KeptStamps(long Id, string Covers, long Size, TimeStamp Stamp, byte[] Note)
{
    public static async Task<List<KeptStamps>> ReadAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.Panel);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT id, covers, size, token, note, gen_time, tsa, signer_not_after FROM audit.tree_anchor JOIN audit.tree_checkpoint USING (size, generation) ORDER BY id", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var kept = new List<KeptStamps>();
        while (await reader.ReadAsync())
        {
            var stamp = TimeStamp.Parse(reader.GetFieldValue<byte[]>(3));
            Assert.That(reader.GetFieldValue<DateTimeOffset>(5), Is.EqualTo(stamp.GenTime));
            Assert.That(reader.GetString(6), Is.EqualTo(stamp.Signer));
            Assert.That(reader.GetFieldValue<DateTimeOffset>(7), Is.EqualTo(stamp.SignerNotAfter));
            kept.Add(new KeptStamps(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), stamp, Encoding.UTF8.GetBytes(reader.GetString(4))));
        }

        return kept;
    }

    /// <summary>The list a re-stamp was made over, and the ids of its members from place 1 on.</summary>
    public async Task<(ReStampList List, List<long> Members)> ListAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.Panel);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT anchor, leaf FROM audit.tree_anchor_member WHERE batch = $1 ORDER BY position", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Id });
        await using var reader = await command.ExecuteReaderAsync();
        var (leaves, members) = (new List<TreeHash> { ReStampList.LeafOf(Note) }, new List<long>());
        while (await reader.ReadAsync())
        {
            members.Add(reader.GetInt64(0));
            leaves.Add(new TreeHash(reader.GetFieldValue<byte[]>(1)));
        }

        return (new ReStampList(leaves), members);
    }
}
