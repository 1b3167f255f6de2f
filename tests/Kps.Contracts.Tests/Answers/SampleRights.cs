using Kps.Contracts.YetkiListesi;

namespace Kps.Contracts.Tests.Answers;

/// <summary>What an institution may ask, cut to one operation.</summary>
internal static class SampleRights
{
    public static KpsServisSonucuYetkiListesi OneField() => new()
    {
        Sonuc =
        [
            new Service
            {
                CreatedOn = new DateTime(2026, 1, 2),
                Description = "Kimlik Paylaşım Sistemi sorgu servisi",
                Id = "1",
                IsActive = true,
                IsAuthorized = true,
                IsEditable = false,
                Methods =
                [
                    new Method
                    {
                        Argumans = [new Property { IsAuthorized = true, IsEditable = false, Name = "kimlikNo", Type = "long" }],
                        Description = "Kimlik numarasıyla yerleşim yeri adresi.",
                        IsAuthorized = true,
                        IsEditable = false,
                        Name = "KimlikNoIleAdresBilgisiSorgula",
                        ReturnProperties =
                        [
                            new Property
                            {
                                IsAuthorized = true,
                                IsEditable = true,
                                Name = "AdresTip",
                                SubProperties =
                                [
                                    new Property { IsAuthorized = true, IsEditable = true, Name = "Aciklama", Type = "string" },
                                    new Property { IsAuthorized = false, IsEditable = true, Name = "Kod", Type = "int" },
                                ],
                                Type = "Parametre",
                            },
                        ],
                    },
                ],
                Name = "KpsServices",
                Namespace = KpsNamespaces.Service,
                ServiceNo = 1,
                ServiceUrl = "https://kps.example/Router/RoutingService.svc",
            },
        ],
    };
}
