using System.Globalization;

namespace Nvi.Simulator.Population;

/// <summary>Given names and surnames, upper-cased once by Turkish rules (i→İ, ı→I). Surnames are made from stems and endings.</summary>
internal static class Names
{
    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    /// <summary>Men's names.</summary>
    public static IReadOnlyList<string> Men { get; } = Upper(
        "Ahmet Işık", "Ali", "Barış", "Çağan", "Çetin", "Doğan", "Emre", "Ertuğrul", "Ferit", "Gökhan", "Güneş", "Halil İbrahim", "Hüseyin",
        "Ilgaz", "İlker", "İsmail", "Kadir", "Kağan", "Levent", "Mehmet", "Mustafa Çınar", "Oğuz", "Orçun", "Ömer", "Özgür", "Rıza",
        "Selçuk", "Süleyman", "Şahin", "Şükrü", "Tuğrul", "Uğur", "Ümit", "Ünal", "Yağız", "Yiğit", "Yusuf", "Ziya");

    /// <summary>Women's names.</summary>
    public static IReadOnlyList<string> Women { get; } = Upper(
        "Ayşe", "Aylin", "Ayşegül", "Bahar", "Büşra", "Çiğdem", "Defne", "Dilek", "Elif", "Emine", "Fatma Işıl", "Gökçe", "Gül", "Güler",
        "Hatice", "Iraz", "Irmak", "İclal", "İnci", "İpek", "Jülide", "Leyla", "Meryem", "Müge", "Nilüfer", "Oya", "Özge", "Öykü", "Pınar",
        "Sevgi", "Sıla", "Şeyma", "Şule", "Tuğba", "Ülkü", "Yağmur", "Yıldız", "Zeynep");

    /// <summary>Men's names of foreigners, as the register transliterates them.</summary>
    public static IReadOnlyList<string> ForeignMen { get; } =
        Upper("Abdurrahman", "Anton", "Farid", "Georgi", "Idris", "Karim", "Lukas", "Omid", "Pavel", "Yasin");

    /// <summary>Women's names of foreigners.</summary>
    public static IReadOnlyList<string> ForeignWomen { get; } =
        Upper("Amina", "Daria", "Farida", "Hala", "Irina", "Ketevan", "Marie", "Nadia", "Rania", "Svetlana");

    /// <summary>Surnames of citizens.</summary>
    public static IReadOnlyList<string> Surnames { get; } = Combine(
        ["Ağaç", "Akçay", "Bağcı", "Bıçak", "Çelebi", "Çınar", "Çiçek", "Değirmen", "Demir", "Eğri", "Güneş", "Irmak", "Işık", "İğde", "İnce",
            "Kılıç", "Kır", "Koç", "Ocak", "Öğüt", "Öz", "Pınar", "Sağlam", "Sığır", "Şahin", "Şimşek", "Taş", "Tığ", "Uğur", "Üzüm", "Yağcı", "Yıldırım"],
        ["", "oğlu", "er", "gil", "soy", "taş"]);

    /// <summary>Surnames of foreigners.</summary>
    public static IReadOnlyList<string> ForeignSurnames { get; } = Combine(
        ["Abram", "Baran", "Dimit", "Hakim", "Kamal", "Nasir", "Petro", "Rahim", "Salim", "Wolf"], ["", "i", "ov", "yan", "zade"]);

    private static string[] Upper(params string[] names) => [.. names.Select(name => name.ToUpper(Turkish))];

    private static string[] Combine(string[] stems, string[] endings) =>
        Upper([.. from stem in stems from ending in endings select stem + ending]);
}
