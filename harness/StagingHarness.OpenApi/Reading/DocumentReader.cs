using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using StagingHarness.OpenApi.Notes;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.OpenApi.Reading;

/// <summary>Reads a document by Microsoft's library, which knows 2.0, 3.0, 3.1 and 3.2, and says what is wrong with it, with the places.</summary>
internal static class DocumentReader
{
    private const string Mend = "mend the document, or import what can be read of it with '--lenient'";

    private const string NotKnown = " is not a valid property";

    private const string Which = "a document begins like 'openapi: 3.1.0' or '\"swagger\": \"2.0\"'";

    /// <summary>Null where nothing can be read; the book says why.</summary>
    public static OpenApiDocument? Read(OpenApiText text, NoteBook notes)
    {
        if (text.Places.Broken is { } broken)
        {
            notes.Fatal("", broken.Summary, broken.Hint);
            return null;
        }

        if (!text.Places.Roots.Any(root => root is "openapi" or "swagger"))
        {
            notes.Fatal("", "the file is no OpenAPI document: it has neither 'openapi' nor 'swagger'.", Which);
            return null;
        }

        try
        {
            var settings = new OpenApiReaderSettings { LoadExternalRefs = false };
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.Json));
            var (document, diagnostic) = OpenApiDocument.Load(stream, OpenApiConstants.Json, settings);
            Tell(diagnostic, document is null, notes);
            return document;
        }
        catch (OpenApiUnsupportedSpecVersionException exception)
        {
            notes.Fatal("/openapi", $"{exception.Message.TrimEnd('.')}.", "2.0, 3.0, 3.1 and 3.2 are");
            return null;
        }
#pragma warning disable CA1031 // The library throws many kinds where a document is not built as it expects, and each means that it cannot be read.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            TellThrown(text, exception, notes);
            return null;
        }
    }

    /// <summary>References to other files are what it falls over most.</summary>
    private static void TellThrown(OpenApiText text, Exception exception, NoteBook notes)
    {
        if (ForeignReference.In(JsonNode.Parse(text.Json)) is var (pointer, target))
        {
            notes.Fatal(pointer, $"the document needs what stands in another file, '{target}', and one file is read.", ReferenceWords.Bundle);
        }
        else
        {
            notes.Fatal("", $"the document cannot be read: {exception.Message.TrimEnd('.')}.", "a validator of OpenAPI documents says more of it");
        }
    }

    private static void Tell(OpenApiDiagnostic? diagnostic, bool isFatal, NoteBook notes)
    {
        foreach (var error in diagnostic?.Errors ?? [])
        {
            var (pointer, said) = Placed(error);
            if (isFatal)
            {
                notes.Fatal(pointer, said, "mend the document");
            }
            else if (error.Message.StartsWith("Schema ", StringComparison.Ordinal) && error.Message.EndsWith(" is null.", StringComparison.Ordinal))
            {
                notes.Leave(LeftOut.ThisAndThat, pointer, $"'{pointer[(pointer.LastIndexOf('/') + 1)..]}'");
            }
            else
            {
                notes.Error(pointer, said, notes.IsLenient ? "mend the document" : Mend);
            }
        }

        // References are followed where they are used, and told there.
        foreach (var warning in (diagnostic?.Warnings ?? []).Where(warning => !IsOfReference(warning.Message)))
        {
            var (pointer, said) = Placed(warning);
            notes.Warn(pointer, said, "the import goes on; look at what is made of it");
        }
    }

    private static bool IsOfReference(string message) =>
        message.Contains("does not point to an existing", StringComparison.Ordinal) || CircularReference.IsSaid(message);

    /// <summary>Some of its errors have their place in their words alone.</summary>
    private static (string Pointer, string Said) Placed(OpenApiError error)
    {
        var message = error.Message.TrimEnd('.');
        var at = message.LastIndexOf(" at #/", StringComparison.Ordinal);
        if (!string.IsNullOrEmpty(error.Pointer) || at < 0)
        {
            return (error.Pointer ?? "", $"the document is not as OpenAPI has it: {message}.");
        }

        var said = message[..at];
        var name = said.EndsWith(NotKnown, StringComparison.Ordinal) ? $"/{PointerStep.Of(said[..^NotKnown.Length])}" : "";
        return ($"{message[(at + 4)..].TrimEnd('/')}{name}", $"the document is not as OpenAPI has it: {said}.");
    }
}
