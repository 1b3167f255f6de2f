using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kps.TestSupport;

namespace Kps.Architecture.Tests.Docs;

/// <summary>
/// docs/reference/data-model.md is the live database: every table, column, view, function, sequence, role and grant. KPS_WRITE_DOCS=1 writes it anew and keeps the
/// meanings that stand in it, one line each; whoever adds something adds its meaning there.
/// </summary>
internal sealed partial class DataModelTests
{
    private const string File = "docs/reference/data-model.md";

    [Test]
    public async Task Page_IsTheLiveDatabase()
    {
        var meanings = Meanings(Repository.Files.Contains(File) ? Repository.Read(File) : string.Empty);
        await using var database = await TestDatabase.CreateAsync();
        var model = await DataModel.ReadAsync(database);

        WrittenFile.Check(File, Page(model, meanings));
        Assert.That(
            Meanings(Repository.Read(File)).Where(meaning => meaning.Value.Length == 0).Select(meaning => meaning.Key), Is.Empty, "Say in a line what each of these is.");
    }

    private static string Page(DataModel model, Dictionary<string, string> meanings)
    {
        string Meaning(string key) => meanings.GetValueOrDefault(key, string.Empty);
        var text = new StringBuilder();
        text.Append("""
            # Data model

            Everything in the database. Written from a migrated database by a test, which keeps the meanings; only those are edited by hand. The reasons stand in `src/Kps.Migrations/Sql`, what
            the log's rows say in [audit-events.md](audit-events.md).

            Two schemas with an owner each, and no key, view or function across them. Whoever is not named below a table, view or function may not touch it; only the owners may change a shape, and
            nobody logs in as they. `audit.entry` is partitioned by month of `recorded_at`; the partitions carry no grants of their own.

            ## Roles

            | role | what it is |
            |---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var role in model.Roles)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{role}` | {Meaning(role)} |\n");
        }

        foreach (var schema in model.Relations.Select(relation => relation.Schema).Distinct())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Schema `{schema}`\n");
            foreach (var relation in model.Relations.Where(one => one.Schema == schema))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### {relation.Kind} `{relation.FullName}`\n\n`{relation.FullName}`: {Meaning(relation.FullName)}\n\n");
                AppendGrants(text, relation.Grants);
                if (relation.Kind == "View")
                {
                    text.Append(CultureInfo.InvariantCulture, $"Columns: {string.Join(", ", relation.Columns.Select(column => $"`{column.Name}`"))}\n");
                }
                else if (relation.Columns.Count > 0)
                {
                    text.Append("| column | type | what it is |\n|---|---|---|\n");
                    foreach (var column in relation.Columns)
                    {
                        text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {column.Type} | {Meaning($"{relation.FullName}.{column.Name}")} |\n");
                    }
                }
            }

            foreach (var function in model.Functions.Where(one => one.Schema == schema))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### Function `{function.FullName}`\n\n`{function.FullName}`: {Meaning(function.FullName)}\n\n");
                text.Append(CultureInfo.InvariantCulture, $"`({function.Arguments})` → `{function.Result}`{(function.RunsAsOwner ? ", with the rights of its owner" : "")}\n\n");
                AppendGrants(text, function.Grants);
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendGrants(StringBuilder text, IReadOnlyList<string> grants)
    {
        if (grants.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Granted: {string.Join("; ", grants)}\n\n");
        }
    }

    /// <summary>Meanings of a page by what they are about: <c>kps_panel</c>, <c>audit.entry</c>, <c>audit.entry.tx</c>.</summary>
    private static Dictionary<string, string> Meanings(string page)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        var about = string.Empty;
        foreach (var line in page.Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                about = heading.Groups[1].Value;
            }
            else if (Whole().Match(line) is { Success: true } whole)
            {
                meanings[whole.Groups[1].Value] = whole.Groups[2].Value.Trim();
            }
            else if (Role().Match(line) is { Success: true } role)
            {
                meanings[role.Groups[1].Value] = role.Groups[2].Value.Trim();
            }
            else if (Column().Match(line) is { Success: true } column)
            {
                meanings[$"{about}.{column.Groups[1].Value}"] = column.Groups[2].Value.Trim();
            }
        }

        return meanings;
    }

    [GeneratedRegex("^### [A-Za-z]+ `([a-z_.]+)`$")]
    private static partial Regex Heading();

    [GeneratedRegex("^`([a-z_.]+)`: ?(.*)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\| `([a-z_]+)` \| ([^|]*) \|$")]
    private static partial Regex Role();

    [GeneratedRegex(@"^\| `([a-z_0-9]+)` \| [^|]+ \| ([^|]*) \|$")]
    private static partial Regex Column();
}
