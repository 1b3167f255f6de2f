using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Configuration;

/// <summary>One section and the class it is bound to.</summary>
internal sealed class OptionSection
{
    private readonly Func<IServiceProvider, object> _bind;

    private OptionSection(string name, Type type, Func<IServiceProvider, object> bind)
    {
        Name = name;
        Type = type;
        _bind = bind;
    }

    /// <summary>Name of the section.</summary>
    public string Name { get; }

    /// <summary>The class whose settable or list properties are the keys.</summary>
    public Type Type { get; }

    /// <summary>Ties a section to its class.</summary>
    public static OptionSection Of<T>(string name)
        where T : class => new(name, typeof(T), services => services.GetRequiredService<IOptions<T>>().Value);

    /// <summary>Keys nobody knows and values that are not of their key's kind. The binder would pass over some of them and stop at the first of the others.</summary>
    public IEnumerable<string> ShapeErrors(IConfiguration configuration)
    {
        foreach (var child in configuration.GetSection(Name).GetChildren())
        {
            var property = Type.GetProperty(child.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if (property is null)
            {
                yield return $"{child.Path} is not a setting; {Name} has {string.Join(", ", Type.GetProperties().Select(one => one.Name))}.";
            }
            else if (property.PropertyType == typeof(IList<string>))
            {
                if (child.Value is { Length: > 0 } || child.GetChildren().Any(entry => entry.Value is null))
                {
                    yield return $"{child.Path} is a list: give {child.Path}:0, {child.Path}:1 and so on.";
                }
            }
            else if (property.PropertyType == typeof(IDictionary<string, string>))
            {
                if (child.Value is { Length: > 0 } || child.GetChildren().Any(entry => entry.Value is null))
                {
                    yield return $"{child.Path} is a table: give {child.Path}:NAME for each name.";
                }
            }
            else if (child.GetChildren().Any())
            {
                yield return $"{child.Path} takes one value and has nothing below it.";
            }
            else if (child.Value is { } value && !IsConvertible(property.PropertyType, value))
            {
                yield return $"{child.Path}: the value is no {NameOf(property.PropertyType)}.";
            }
        }
    }

    /// <summary>The options a valid configuration came to, defaults included.</summary>
    public object Bind(IServiceProvider services) => _bind(services);

    /// <summary>What the validators of the class say. Reads the files it names, contacts nobody.</summary>
    public IEnumerable<string> RuleErrors(IServiceProvider services)
    {
        try
        {
            _bind(services);
            return [];
        }
        catch (OptionsValidationException e)
        {
            return e.Failures.Select(failure =>
                failure.StartsWith(Name, StringComparison.Ordinal) || failure.StartsWith("Kestrel", StringComparison.Ordinal) ? failure : $"{Name}: {failure}");
        }
    }

    private static bool IsConvertible(Type type, string value)
    {
        if (type == typeof(string) || (value.Length == 0 && (Nullable.GetUnderlyingType(type) is not null || type == typeof(Uri))))
        {
            return true;
        }

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value) is not null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }

    private static string NameOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(TimeSpan) ? "time span such as 00:00:05"
            : plain == typeof(bool) ? "true or false"
            : plain == typeof(int) ? "whole number"
            : plain == typeof(double) ? "number such as 0.5"
            : plain == typeof(Uri) ? "address"
            : plain.Name;
    }
}
