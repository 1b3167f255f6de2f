using System.Text;
using Kps.Contracts;

namespace Kps.Cli.Text;

/// <summary>User names on a screen: a number as <see cref="Tckn"/> masks it, any other name in clear, eleven digits within it masked.</summary>
internal static class Masked
{
    private const int NumberLength = 11;

    public static string UserName(string name)
    {
        if (Tckn.TryParse(name, out var number))
        {
            return number.ToString();
        }

        var text = new StringBuilder(name);
        for (int position = 0, digits = 0; position < text.Length; position++)
        {
            digits = char.IsAsciiDigit(text[position]) ? digits + 1 : 0;
            if (digits >= NumberLength)
            {
                text.Remove(position - 7, 5).Insert(position - 7, "*****");
                digits = 3; // those that stayed in clear
            }
        }

        return text.ToString();
    }
}
