using Kps.Audit.Sequencing;
using Kps.Evidence.Trees;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Sequencing;

/// <summary>Rows put into the log, and the tree over them as it must be, computed without the sequencer.</summary>
internal static class LogRows
{
    /// <summary>Adds rows in one transaction.</summary>
    public static Task AddAsync(TestDatabase database, int count, int firstNumber = 1) =>
        TestDatabase.ExecuteAsync(database.Gateway, Insert(count, firstNumber));

    public static string Insert(int count, int firstNumber = 1) => $"""
        INSERT INTO audit.entry (recorded_at, islem_no, kind, entry)
        SELECT now(), number, 1, sha256(('entry ' || number || clock_timestamp())::bytea) FROM generate_series({firstNumber}, {firstNumber + count - 1}) AS number
        """;

    public static async Task<List<TreeHash>> LeavesAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT entry FROM audit.entry ORDER BY tx, islem_no, kind, entry", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var leaves = new List<TreeHash>();
        while (await reader.ReadAsync())
        {
            leaves.Add(TreeHash.OfLeaf(reader.GetFieldValue<byte[]>(0)));
        }

        return leaves;
    }

    public static TreeHash Root(IEnumerable<TreeHash> leaves)
    {
        var tree = new TreeBuilder(new TreeBatch(0));
        foreach (var leaf in leaves)
        {
            tree.Append(leaf);
        }

        return tree.Root();
    }

    /// <summary>What an auditor would do with the database: the root of the newest checkpoint, and a proof for each of some leaves.</summary>
    public static async Task VerifyAsync(TestDatabase database)
    {
        var leaves = await LeavesAsync(database);
        await using var connection = new NpgsqlConnection(database.Sequencer);
        await connection.OpenAsync();
        var tables = new TreeTables(connection);
        var head = await tables.HeadAsync(CancellationToken.None);
        using var verifier = SequencerHost.Verifier(head.Generation);
        Assert.That(head.Size, Is.EqualTo(leaves.Count));
        Assert.That(verifier.Verifies(head.Note!));
        Assert.That(head.Root, Is.EqualTo(Root(leaves)));
        var maker = new ProofMaker(tables, head.Size);
        for (var index = 0; index < leaves.Count; index += Math.Max(1, leaves.Count / 40))
        {
            var proof = await maker.InclusionAsync(index, CancellationToken.None);
            Assert.That(InclusionProof.Verify(index, head.Size, leaves[index], proof, head.Root), $"leaf {index}");
        }
    }
}
