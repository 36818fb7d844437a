using System.Globalization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.StandIn.Auth.Proofs;

namespace StagingHarness.Tests.StandIn.Auth.Proofs;

/// <summary>What may be shown once.</summary>
public sealed class UsedIdsTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Test]
    public void Id_is_forgotten_only_when_it_would_be_refused_for_its_age()
    {
        var used = new UsedIds();
        var until = Start.AddSeconds(60);
        used.TryUse("a", "kept", until, Start).Should().BeTrue();
        for (var other = 0; other < 5000; other++)
        {
            used.TryUse("a", other.ToString(CultureInfo.InvariantCulture), Start.AddSeconds(1), Start.AddSeconds(59)).Should().BeTrue();
        }

        used.TryUse("a", "kept", until, Start.AddSeconds(59)).Should().BeFalse();
        used.TryUse("b", "kept", until, Start.AddSeconds(59)).Should().BeTrue("another one shows it");
    }

    [Test]
    public async Task Of_many_who_come_at_the_same_time_one_is_the_first()
    {
        var used = new UsedIds();

        var taken = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => used.TryUse("a", "one", Start.AddSeconds(60), Start))));

        taken.Count(first => first).Should().Be(1);
    }
}
