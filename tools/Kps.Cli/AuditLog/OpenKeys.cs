using Kps.Audit;
using Kps.Audit.Reading;

namespace Kps.Cli.AuditLog;

/// <summary>The master key and the data keys under it, for as long as a command runs.</summary>
internal sealed record OpenKeys(MasterKeyRing Master, AuditVault Vault) : IDisposable
{
    public static async Task<OpenKeys> OpenAsync(Settings settings, CancellationToken cancellationToken)
    {
        var master = settings.OpenMasterKey("Kişiye göre aramak ve içeriği açmak için");
        try
        {
            return new OpenKeys(master, await AuditVault.OpenAsync(settings.PanelConnectionString, master, cancellationToken));
        }
        catch
        {
            master.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Vault.Dispose();
        Master.Dispose();
    }
}
