using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Redaction;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.History.Redaction;

public sealed class EventRedactionTests
{
    [Test]
    public void Secret_that_is_also_a_name_changes_no_name()
    {
        var started = new InstanceStarted
        {
            Instance = "postgres-1",
            Service = "postgres",
            Version = null,
            Generation = 1,
            Identity = "4711",
            Address = "http://127.0.0.1:5432",
            ReadyAfter = TimeSpan.Zero,
            Log = "logs/postgres-1.1.log",
        };

        Written("postgres", started).Should().BeEquivalentTo(started);
    }

    [TestCase("Environment")]
    [TestCase("step-failed")]
    public void Secret_that_is_also_a_word_of_the_journal_is_taken_out_of_texts_alone(string secret)
    {
        var written = Written(secret, new StepFailed { Reason = $"it said {secret}", Kind = StepFailureKind.Environment });

        written.Should().BeEquivalentTo(new StepFailed { Reason = $"it said {Redactor.Mark}", Kind = StepFailureKind.Environment });
    }

    private static JournalEvent Written(string secret, JournalEvent happened)
    {
        using var folder = new TemporaryFolder();
        var redactor = new Redactor();
        redactor.Learn(secret);
        JournalEvent? seen = null;
        using var journal = new JournalWriter(Path.Combine(folder.Path, "journal.ndjson"), () => TimeSpan.Zero, written => seen = written, redactor);
        journal.Append(happened);
        return seen! with { Sequence = happened.Sequence };
    }
}
