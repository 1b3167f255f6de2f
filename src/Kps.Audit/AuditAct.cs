namespace Kps.Audit;

/// <summary>Acts on keys, retention or configuration that stand in the log as rows of kind <see cref="AuditKind.Act"/>. Numbers never change.</summary>
public enum AuditAct : short
{
    /// <summary>No act.</summary>
    None = 0,

    /// <summary>After a loss the tree went on from what the database still had, under a new origin.</summary>
    TreeRebased = 1,
}
