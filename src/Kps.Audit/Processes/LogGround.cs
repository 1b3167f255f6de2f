namespace Kps.Audit.Processes;

/// <summary>What the writing process found when it looked at its database.</summary>
/// <param name="RoleMayRewrite">The role could read or change rows that are written: it is not the role of a writer.</param>
/// <param name="Role">Its name.</param>
/// <param name="SyncsToDisk">fsync is on; otherwise "durable" is not.</param>
/// <param name="NextMonthExists">The next month's partition exists; otherwise the log stops at the end of the month.</param>
internal readonly record struct LogGround(bool RoleMayRewrite, string Role, bool SyncsToDisk, bool NextMonthExists);
