using Npgsql;

namespace Kps.Audit.Acts;

/// <summary>A row of an act, ready to be inserted.</summary>
/// <param name="IslemNo">Its number.</param>
/// <param name="At">Its time.</param>
/// <param name="Entry">Its canonical entry.</param>
internal readonly record struct ActRow(IslemNo IslemNo, DateTimeOffset At, byte[] Entry)
{
    /// <summary>Hands the row to a function that writes it before it acts: time, number and entry are its last three arguments.</summary>
    public void AddTo(NpgsqlCommand command)
    {
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = At.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = IslemNo.Value });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Entry });
    }
}
