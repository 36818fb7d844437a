using Microsoft.OpenApi;
using StagingHarness.OpenApi.Folders;
using StagingHarness.OpenApi.Mappings;
using StagingHarness.OpenApi.Notes;
using StagingHarness.OpenApi.Reading;
using StagingHarness.Recording;
using StagingHarness.Scenarios.Documents.Mappings;

namespace StagingHarness.OpenApi;

/// <summary>Makes mapping files of a third party's OpenAPI document, so that a system can name their folder as it is.</summary>
public static class OpenApiImporter
{
    /// <exception cref="ImportRefusedException">The document is not there, or the folder is not free.</exception>
    public static ImportResult Run(ImportOrder order)
    {
        var folder = new MappingFolder(order.Folder, order.Force);
        var text = Read(order.File);
        var notes = new NoteBook(order.File, text.Places, order.Lenient);
        if (DocumentReader.Read(text, notes) is not { } document)
        {
            return new ImportResult { Notes = notes.ToNotes() };
        }

        var (translation, secrets) = Translate(document, order, text, notes);
        var size = translation.Mappings.Sum(mapping => (long)mapping.Bytes);
        if (size > MappingBounds.MostBytes)
        {
            notes.Warn("/paths", FormattableString.Invariant($"the mappings hold {size / 1024 / 1024.0:0.0} MiB, and a system takes {MappingBounds.MostBytes / 1024 / 1024} MiB."), "import what services ask for alone: '--only getRate', '--only \"GET /rates*\"'");
        }

        var result = new ImportResult
        {
            Notes = notes.ToNotes(),
            Operations = translation.Mappings.Length + translation.LeftOut.Length,
            LeftOut = translation.LeftOut,
            BasePaths = translation.BasePaths,
            Hidden = secrets.Hidden,
        };
        if (notes.HasErrors || translation.Mappings.IsEmpty)
        {
            return result;
        }

        var (files, others) = folder.Write([.. translation.Mappings.Select(mapping => (mapping.File, mapping.Json))]);
        return result with { Files = files, Others = others, Findings = [.. files.SelectMany(file => MappingCheck.Of(file))] };
    }

    private static OpenApiText Read(string file)
    {
        if (string.IsNullOrWhiteSpace(file))
        {
            throw new ImportRefusedException("no document was named, and nothing was imported");
        }

        try
        {
            return OpenApiText.Read(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"document '{file}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>Twice: a secret that the last example gives away may stand in the first one.</summary>
    private static (Translation Translation, ExampleSecrets Secrets) Translate(OpenApiDocument document, ImportOrder order, OpenApiText text, NoteBook notes)
    {
        var secrets = new ExampleSecrets(order.Hide);
        var forgotten = new NoteBook(order.File, text.Places, isLenient: true);
        new Translator(secrets, forgotten).Translate(document, OperationList.Of(document, order.BasePath, order.Only, forgotten));
        return (new Translator(secrets, notes).Translate(document, OperationList.Of(document, order.BasePath, order.Only, notes)), secrets);
    }
}
