using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.StandIn.Recording;

namespace StagingHarness.Tests.StandIn.Recording;

[TestFixture]
public sealed class CallRecorderTests
{
    private readonly CallRecorder recorder = new(["discovery", "token"], new FakeTimeProvider());

    [Test]
    public void Endpoint_that_nobody_called_reads_zero()
    {
        recorder.Read().Calls.Should().Contain("discovery", 0);
    }

    [Test]
    public void Problems_are_counted_to_the_last_and_kept_to_the_hundredth()
    {
        for (var i = 1; i <= 130; i++)
        {
            recorder.CountUnmatched("GET", $"/{i}", () => null);
            recorder.CountStubError($"error {i}");
        }

        var readings = recorder.Read();
        (readings.UnmatchedCount, readings.StubErrorCount).Should().Be((130, 130));
        readings.Unmatched.Should().HaveCount(100).And.StartWith("GET /1").And.EndWith("GET /100");
        readings.StubErrors.Should().HaveCount(100).And.EndWith("error 100");
    }

    [Test]
    public void Near_miss_is_asked_for_once_for_calls_that_are_alike()
    {
        var asked = 0;
        var alike = new CallRecorder([], new FakeTimeProvider());
        foreach (var path in (string[])["/rates", "/rates", "/other"])
        {
            alike.CountUnmatched("GET", path, () => path == "/rates" ? $"near {++asked}" : null);
        }

        alike.Read().NearMisses.Should().Equal(new Dictionary<string, string> { ["GET /rates"] = "near 1" });
    }

    [Test]
    public void Names_of_mappings_are_counted_beside_endpoints()
    {
        var counting = new CallRecorder(["discovery", "token"], new FakeTimeProvider());

        counting.Know(["rates"]);
        counting.CountCall("rates");

        counting.Read().Calls.Should().Equal(new Dictionary<string, long> { ["discovery"] = 0, ["rates"] = 1, ["token"] = 0 });
    }

    [Test]
    public void Journal_keeps_the_last_thousand_calls_and_their_numbers()
    {
        var journalled = new CallRecorder([], new FakeTimeProvider());
        for (var i = 0; i < 1005; i++)
        {
            journalled.Remember("GET", new string('p', 300), "unmatched", 404);
        }

        var journal = journalled.ReadJournal();
        journal.Total.Should().Be(1005);
        journal.Entries.Should().HaveCount(1000);
        (journal.Entries[0].Number, journal.Entries[^1].Number).Should().Be((6, 1005));
        journal.Entries[0].Path.Should().HaveLength(201);
    }
}
