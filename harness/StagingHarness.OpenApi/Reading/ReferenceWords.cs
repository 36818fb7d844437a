using Microsoft.OpenApi;

namespace StagingHarness.OpenApi.Reading;

/// <summary>What is wrong with a reference that leads nowhere.</summary>
internal static class ReferenceWords
{
    public const string Bundle = "put all of it into one file first; tools for OpenAPI documents call that 'bundle'";

    /// <param name="reference">Which.</param>
    /// <param name="what">What it should lead to: <c>schema</c>.</param>
    /// <param name="owner">Who needs it.</param>
    public static (string Summary, string Hint) Of(BaseOpenApiReference reference, string what, string owner) => reference.IsExternal
        ? ($"'{owner}' needs a {what} of another file, '{reference.ExternalResource}', and one file is read.", Bundle)
        : ($"'{owner}' needs the {what} '{reference.ReferenceV3}', which is not there.", "correct the reference, or add what it names");
}
