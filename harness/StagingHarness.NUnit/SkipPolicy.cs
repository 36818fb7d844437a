using NUnit.Framework;

namespace StagingHarness.NUnit;

/// <summary>What becomes of a test for which this machine lacks something: a skip that says why, or a failure where nothing may be skipped.</summary>
public static class SkipPolicy
{
    /// <summary>Environment variable that forbids skips when it is <c>1</c>, as in CI, where everything must be there.</summary>
    public const string Variable = "STAGE_NO_SKIP";

    /// <summary>Ends the test as skipped, or as failed.</summary>
    /// <param name="reason">What is missing, and how it is had.</param>
    /// <exception cref="IgnoreException">Skips are allowed.</exception>
    /// <exception cref="AssertionException">They are not.</exception>
    public static void Skip(string reason)
    {
        TestContext.Progress.WriteLine($"skipped: {reason}");
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            throw new AssertionException($"{reason} Nothing may be skipped here ({Variable}=1).");
        }

        Assert.Ignore(reason);
    }
}
