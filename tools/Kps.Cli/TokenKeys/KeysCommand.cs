using System.CommandLine;
using Kps.Audit;
using Kps.Registry.Tokens;

namespace Kps.Cli.TokenKeys;

/// <summary><c>keys</c>: the keys that sign the tokens of the token door.</summary>
internal static class KeysCommand
{
    public static Command Create(CommandContext context) => new("keys", "Jetonları imzalayan anahtarlar")
    {
        ListKeys.Create(context),
        RotateKey.Create(context),
        WithdrawKey.Create(context),
    };

    public static TokenKeyStore Store(CommandContext context, Settings settings) =>
        TokenKeyStore.Create(settings.GatewayConnectionString, context.Journal(settings.GatewayConnectionString));

    public static MasterKeyRing MasterKey(Settings settings) => settings.OpenMasterKey("İmza anahtarı yapmak için");

    /// <summary>Draws a key under the master key and adds it.</summary>
    /// <returns>Its number and what was added.</returns>
    public static async Task<(int Id, NewTokenKey Key)> AddAsync(
        TokenKeyStore store, IMasterKey master, bool isTest, DateTimeOffset signsFrom, CancellationToken cancellationToken)
    {
        var key = await NewTokenKey.DrawAsync(isTest, signsFrom, master.Id, master.WrapAsync, cancellationToken);
        return (await store.AddAsync(key, cancellationToken), key);
    }
}
