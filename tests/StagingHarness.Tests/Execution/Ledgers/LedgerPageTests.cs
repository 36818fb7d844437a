using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ledgers;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Ledgers;

public sealed class LedgerPageTests
{
    [TestCase("/orders/*/id", """{"orders":[{"id":"7-1"},{"id":7},{"id":"7-1"}]}""", "7-1,7,7-1")]
    [TestCase("/*", """["7-1","7-2"]""", "7-1,7-2")]
    [TestCase("/*/lines/*/id", """{"a":{"lines":[{"id":"1"},{"id":"2"}]},"b":{"lines":[]}}""", "1,2")]
    [TestCase("/a~1b/*", """{"a/b":["1"]}""", "1")]
    [TestCase("/orders/*/id", """{"orders":[]}""", "")]
    public void Ids_are_found_wherever_the_pointer_leads(string pattern, string body, string ids) =>
        string.Join(',', LedgerPage.Read(body, Plan(pattern, null)).Ids).Should().Be(ids);

    [TestCase("""{"next":"/placed?after=5","ids":[]}""", "/placed?after=5")]
    [TestCase("""{"next":null,"ids":[]}""", null)]
    [TestCase("""{"ids":[]}""", null)]
    public void Next_page_is_a_path_or_there_is_none(string body, string? next) =>
        LedgerPage.Read(body, Plan("/ids/*", "/next")).Next.Should().Be(next);

    [TestCase("no orders", "it is not JSON (*)")]
    [TestCase("""{"orders":7}""", "it holds no list where '/orders/*/id' says '*'")]
    [TestCase("""{"placed":[]}""", "it holds no 'orders' on the way to '/orders/*/id'")]
    [TestCase("""{"orders":[{"number":7}]}""", "it holds no 'id' on the way to '/orders/*/id'")]
    [TestCase("""{"orders":[{"id":null}]}""", "it holds neither a text nor a number at '/orders/*/id'")]
    [TestCase("""{"orders":[],"next":5}""", "it holds at '/next' something else than the path of the next page")]
    [TestCase("""{"orders":[],"next":"http://elsewhere/"}""", "it holds at '/next' something else than the path of the next page")]
    public void Page_that_does_not_hold_what_it_should_is_refused(string body, string message)
    {
        var read = () => LedgerPage.Read(body, Plan("/orders/*/id", "/next"));

        read.Should().Throw<LedgerPageException>().Which.Message.Should().Match(message);
    }

    private static LedgerPlan Plan(string ids, string? next) =>
        new() { Place = IncidentPlans.Place(1), List = "/placed", IdPointer = ids, NextPointer = next };
}
