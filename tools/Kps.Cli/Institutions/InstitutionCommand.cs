using System.CommandLine;

namespace Kps.Cli.Institutions;

/// <summary><c>institution</c>: who may call at all.</summary>
internal static class InstitutionCommand
{
    public static Command Create(CommandContext context) => new("institution", "Kurumlar")
    {
        AddInstitution.Create(context),
        ListInstitutions.Create(context),
        SwitchInstitution.Create(context, "disable", "Kurumu kapatır; kullanıcıları sorgulayamaz.", isOpen: false),
        SwitchInstitution.Create(context, "enable", "Kapalı kurumu yeniden açar.", isOpen: true),
    };

    public static Argument<int> KurumKodu() => new("kurumKodu") { Description = "Bakanlığın kurum kodu." };
}
