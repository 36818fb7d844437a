namespace StagingHarness.Execution.Ports.Failures;

/// <summary>Trouble of the environment: one sealed subclass per kind, message with subject, cause and fix.</summary>
public abstract class EnvironmentException : Exception
{
    private protected EnvironmentException(string message)
        : base(message)
    {
    }

    private protected EnvironmentException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Output indented below a message, or a line that says that there was none.</summary>
    protected static string Indent(IReadOnlyCollection<string> output) =>
        output.Count == 0
            ? "    (it wrote nothing)"
            : string.Join(Environment.NewLine, output.Select(line => "    " + line));
}
