namespace Nvi.Simulator.Population;

/// <summary>Which of the three registers holds a record; decides which container of the answer is filled.</summary>
public enum PersonKind
{
    /// <summary>Turkish citizen: <c>TCVatandasiKisiKutukleri</c>.</summary>
    Citizen = 1,

    /// <summary>Former citizen with a blue card: <c>MaviKartliKisiKutukleri</c>.</summary>
    BlueCard = 2,

    /// <summary>Foreigner with a number that starts with 98 or 99: <c>YabanciKisiKutukleri</c>.</summary>
    Foreigner = 3,
}
