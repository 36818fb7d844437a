using System.Text;
using StagingHarness.OpenApi.Notes;
using StagingHarness.Scenarios.Documents.Mappings;

namespace StagingHarness.OpenApi.Mappings;

/// <summary>By what mappings and their files are called: the operation's id, else method and path; each once.</summary>
internal sealed class MappingTitles(NoteBook notes)
{
    private const int LongestFile = 100;

    private const string Rename = "name it so in steps and expectations";

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
        var id = Shown(operation.Operation.OperationId ?? "");
        var why = id.Length == 0 ? null
            : MappingBounds.IsReserved(id) ? $"'{id}' is what calls of the stand-in's own are counted under"
            : titles.Contains(id) ? "another one has that id"
            : null;
        if (id.Length > 0 && why is null)
        {
            titles.Add(id);
            return id;
        }

        var call = Shown($"{operation.Method} {operation.BasePath}{operation.Template}");
        var title = Free(call);
        if (why is not null)
        {
            notes.Warn($"{operation.Pointer}/operationId", $"operation '{id}' is called '{title}': {why}.", Rename);
        }
        else if (title != call)
        {
            notes.Warn(operation.Pointer, $"operation '{call}' is called '{title}': another one has that name.", Rename);
        }

        return title;
    }

    private string Free(string title)
    {
        var free = title;
        for (var number = 2; !titles.Add(free); number++)
        {
            var end = FormattableString.Invariant($"-{number}");
            free = MappingBounds.Shortened(title, MappingBounds.LongestTitle - end.Length) + end;
        }

        return free;
    }

    private static string Shown(string text) => MappingBounds.Shortened(string.Concat(text.Where(letter => !char.IsControl(letter)))).Trim();

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
