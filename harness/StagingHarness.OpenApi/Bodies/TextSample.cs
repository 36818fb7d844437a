using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace StagingHarness.OpenApi.Bodies;

/// <summary>A text that fits a schema: the same in each import.</summary>
internal static class TextSample
{
    /// <summary>Longer ones say nothing more.</summary>
    private const int Longest = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>And whether it does fit; what a pattern asks for cannot always be made up.</summary>
    public static (string Text, bool Fits) Of(IOpenApiSchema schema)
    {
        if (schema.Format is { } format && OfFormat(format) is { } formatted)
        {
            return (formatted, schema.Pattern is null || Matches(schema.Pattern, formatted));
        }

        if (schema.Pattern is { } pattern)
        {
            return PatternText.Of(pattern) is { } made && Matches(pattern, made) && HasLength(schema, made) ? (made, true) : (Sized(schema, "string"), false);
        }

        return (Sized(schema, "string"), schema.MinLength is null or <= Longest);
    }

    private static string? OfFormat(string format) => format switch
    {
        "date-time" => "2026-01-15T09:30:00Z",
        "date" => "2026-01-15",
        "time" => "09:30:00Z",
        "duration" => "PT1H",
        "uuid" or "guid" => "7f3d1c52-8a4e-4b6f-9c0d-2e5a1b7c3d4f",
        "email" or "idn-email" => "someone@mail.example",
        "hostname" or "idn-hostname" => "host.example",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "uri" or "url" or "iri" => "https://host.example/",
        "uri-reference" or "iri-reference" or "uri-template" => "/path",
        "byte" => "c3RyaW5n",
        "json-pointer" => "/member",
        "regex" => ".*",
        _ => null,
    };

    private static string Sized(IOpenApiSchema schema, string text)
    {
        var least = Math.Min(schema.MinLength ?? 0, Longest);
        while (text.Length < least)
        {
            text += text;
        }

        var most = Math.Max(0, Math.Min(schema.MaxLength ?? int.MaxValue, Math.Max(least, "string".Length)));
        return text.Length <= most ? text : text[..most];
    }

    private static bool HasLength(IOpenApiSchema schema, string text) =>
        text.Length >= (schema.MinLength ?? 0) && text.Length <= (schema.MaxLength ?? int.MaxValue);

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
