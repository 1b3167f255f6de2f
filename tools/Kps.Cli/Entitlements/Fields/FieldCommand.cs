using System.CommandLine;
using Kps.Registry.Entitlements;

namespace Kps.Cli.Entitlements.Fields;

/// <summary><c>entitlement field</c>: what a right covers, down to the field.</summary>
internal static class FieldCommand
{
    public static Command Create(CommandContext context) => new("field", "Sorgunun alanlarını tek tek verir, kapatır")
    {
        SetField.Create(context, "grant", "Alanı (ya da altındaki bütün sıradan alanları) verir.", isGrant: true),
        SetField.Create(context, "withhold", "Alanı (ve altındakileri) kapatır; sorgu yetkisinden önce de yapılabilir.", isGrant: false),
        RevokeField.Create(context),
        ListFields.Create(context),
        ListPaths.Create(context),
    };

    public static Option<string> Path() => new("--path")
    {
        Description = "Alanın yolu, örneğin TCVatandasiKisiKutukleri/TCKKBilgisi; yolları 'entitlement field paths' listeler.",
        HelpName = "YOL",
        Required = true,
    };

    public static Option<bool> IsArgument() => new("--arguman") { Description = "Yanıtın değil, gönderilen isteğin alanı." };

    public static Option<bool> EvenSo() => new("--yine-de") { Description = "HBYS yazılımlarını çökerteceği bilinerek yapılıyor." };

    public static FieldKind Kind(bool isArgument) => isArgument ? FieldKind.Arguman : FieldKind.Alan;
}
