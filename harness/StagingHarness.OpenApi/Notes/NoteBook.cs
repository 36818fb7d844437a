using System.Collections.Immutable;
using StagingHarness.OpenApi.Places;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.OpenApi.Notes;

/// <summary>Collects what is to know of a document, so that all of it is told at once.</summary>
/// <param name="file">As it was named.</param>
/// <param name="places">Of the document.</param>
/// <param name="isLenient">What is wrong with the document is told, and what can be read of it is imported.</param>
internal sealed class NoteBook(string file, DocumentPlaces places, bool isLenient)
{
    private const int MostNames = 12;

    private readonly List<ImportNote> notes = [];
    private readonly SortedDictionary<LeftOut, List<(string Pointer, string Name)>> leftOut = [];

    /// <summary>What is wrong with the document is told, and what can be read of it is imported.</summary>
    public bool IsLenient => isLenient;

    public bool HasErrors => notes.Exists(note => note.Severity == Severity.Error);

    /// <summary>It would not be what the document says.</summary>
    public void Error(string pointer, string summary, string hint) => Add(isLenient ? Severity.Warning : Severity.Error, pointer, summary, hint);

    /// <summary>Nothing of it can be read.</summary>
    public void Fatal(string pointer, string summary, string hint) => Add(Severity.Error, pointer, summary, hint);

    public void Warn(string pointer, string summary, string hint) => Add(Severity.Warning, pointer, summary, hint);

    /// <param name="what">Of which kind.</param>
    /// <param name="pointer">Where.</param>
    /// <param name="name">By which people know it.</param>
    public void Leave(LeftOut what, string pointer, string name)
    {
        if (!leftOut.TryGetValue(what, out var list))
        {
            leftOut[what] = list = [];
        }

        list.Add((pointer, name));
    }

    /// <summary>Errors first, then in the order of the document.</summary>
    public ImmutableArray<ImportNote> ToNotes() =>
    [
        .. notes.Concat(leftOut.Select(Told)).Distinct().OrderBy(note => note.Severity).ThenBy(note => note.Line).ThenBy(note => note.Column),
    ];

    private ImportNote Told(KeyValuePair<LeftOut, List<(string Pointer, string Name)>> one)
    {
        var names = one.Value.Select(place => place.Name).Distinct(StringComparer.Ordinal).ToList();
        var (summary, hint) = LeftOutWords.Of(one.Key, Listed(names));
        return Note(Severity.Warning, one.Value[0].Pointer, summary, hint);
    }

    /// <summary>They are quoted already.</summary>
    private static string Listed(List<string> names) => string.Join(", ", names.Take(MostNames))
        + (names.Count > MostNames ? FormattableString.Invariant($" and {names.Count - MostNames} more") : "");

    private void Add(Severity severity, string pointer, string summary, string hint) => notes.Add(Note(severity, pointer, summary, hint));

    private ImportNote Note(Severity severity, string pointer, string summary, string hint)
    {
        var place = places.Of(pointer);
        return new ImportNote(severity, file, place.Line, place.Column, summary, hint);
    }
}
