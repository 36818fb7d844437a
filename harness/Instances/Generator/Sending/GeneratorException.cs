namespace StagingHarness.Generator.Sending;

/// <summary>The generator cannot do what it was told; the message is for the people who run the harness.</summary>
internal sealed class GeneratorException(string message) : Exception(message);
