using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StagingHarness.Recording;

/// <summary>What a body is, whatever its headers say.</summary>
internal static class BodyText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null where it is no UTF-8, or holds what no text does.</summary>
    public static string? Of(byte[] body)
    {
        try
        {
            return Utf8.GetString(body) is var text && text.All(letter => !char.IsControl(letter) || letter is '\r' or '\n' or '\t') && !text.StartsWith('\uFEFF')
                ? text
                : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>An object or a list; null where it is neither, or has a member twice.</summary>
    public static JsonNode? JsonOf(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
