namespace StagingHarness.OpenApi.Notes;

/// <summary>What a document may say and a mapping cannot do; told once for all places of a document.</summary>
internal enum LeftOut
{
    Paths,
    Callbacks,
    Webhooks,
    Links,
    Credentials,
    Cookies,
    Spread,
    ExternalExamples,
    Bodies,
    Patterns,
    Circles,
    Tuples,
    Size,
    ThisAndThat,
}
