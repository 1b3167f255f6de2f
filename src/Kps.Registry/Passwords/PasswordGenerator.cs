using System.Security.Cryptography;
using Kps.Contracts;

namespace Kps.Registry.Passwords;

/// <summary>Draws the passwords we issue: 16 letters and digits without the look-alikes 0 O o 1 l I, about 92 bits, safe in every client.</summary>
public static class PasswordGenerator
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";
    private const int Length = 16;

    /// <summary>Draws a password.</summary>
    /// <returns>A password that satisfies <see cref="PasswordPolicy"/> for every user name.</returns>
    public static Secret Create()
    {
        while (true)
        {
            var text = RandomNumberGenerator.GetString(Letters + Digits, Length);

            // About one draw in twelve holds no digit; drawing again keeps all others equally likely.
            if (text.AsSpan().ContainsAny(Digits) && text.AsSpan().ContainsAny(Letters))
            {
                return new Secret(text);
            }
        }
    }
}
