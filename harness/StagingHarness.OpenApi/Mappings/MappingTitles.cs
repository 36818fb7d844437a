using System.Collections.Immutable;
using System.Text;
using StagingHarness.OpenApi.Notes;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>By what mappings and their files are called: the operation's id, else method and path; each once.</summary>
internal sealed class MappingTitles(NoteBook notes)
{
    private const int Longest = 200;

    private const int LongestFile = 100;

    private static readonly ImmutableArray<string> Reserved = [.. StandInEndpoint.Paths.Keys, "unmatched", "error"];

    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> files = new(StringComparer.OrdinalIgnoreCase);

    public (string Title, string File) Of(ImportedOperation operation)
    {
        var title = TitleOf(operation);
        var name = FileOf(title);
        var file = name;
        for (var number = 2; !files.Add(file); number++)
        {
            file = FormattableString.Invariant($"{name}-{number}");
        }

        return (title, $"{file}.json");
    }

    private string TitleOf(ImportedOperation operation)
    {
        var call = Shown($"{operation.Method} {operation.BasePath}{operation.Template}");
        if (operation.Operation.OperationId is not { Length: > 0 } id || Shown(id) is not { Length: > 0 } title)
        {
            titles.Add(call);
            return call;
        }

        if (Reserved.Contains(title))
        {
            notes.Warn($"{operation.Pointer}/operationId", $"operation '{title}' is called '{call}': '{title}' is what calls of the stand-in's own are counted under.", "name it so in steps and expectations");
            title = call;
        }
        else if (titles.Contains(title))
        {
            notes.Warn($"{operation.Pointer}/operationId", $"operation '{title}' is called '{call}': another one has that id.", "name it so in steps and expectations");
            title = call;
        }

        titles.Add(title);
        return title;
    }

    private static string Shown(string text) => string.Concat(text.Where(letter => !char.IsControl(letter)).Take(Longest)).Trim();

    private static string FileOf(string title)
    {
        var name = new StringBuilder();
        foreach (var letter in title)
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' ? letter : '-');
        }

        var parts = name.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries);
        var file = string.Join('-', parts).Trim('.');
        file = file.Length > LongestFile ? file[..LongestFile] : file;
        return file.Length == 0 ? "operation" : file;
    }
}
