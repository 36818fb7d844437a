using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Protocols.Samples;

public sealed class RequestIdTests
{
    [TestCase(7, 0u, "7-0")]
    [TestCase(-3, 4_000_000_000u, "-3-4000000000")]
    public void Id_holds_seed_and_position(long seed, uint sequence, string id)
    {
        RequestId.Of(seed, sequence).Should().Be(id);
        RequestId.SequenceOf(seed, id).Should().Be(sequence);
        RequestId.IsOfWarmUp(seed, id).Should().BeFalse();
    }

    [TestCase("7-w12")]
    [TestCase("7-012")]
    [TestCase("7- 12")]
    [TestCase("7-12 ")]
    [TestCase("7-")]
    [TestCase("77-12")]
    [TestCase("7-99999999999")]
    [TestCase("7001")]
    [TestCase("")]
    public void Text_that_no_request_carries_has_no_position(string id) => RequestId.SequenceOf(7, id).Should().BeNull();

    [Test]
    public void Warm_up_has_ids_of_its_own()
    {
        RequestId.IsOfWarmUp(7, RequestId.OfWarmUp(7, 12)).Should().BeTrue();
        RequestId.IsOfWarmUp(8, RequestId.OfWarmUp(7, 12)).Should().BeFalse();
        RequestId.IsOfWarmUp(7, "7-w012").Should().BeFalse();
    }
}
