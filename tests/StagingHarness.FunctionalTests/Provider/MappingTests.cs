using System.Collections.Immutable;
using System.Net;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Provider;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>Mappings from outside, in the running stand-in: loaded by WireMock, answered, counted, ruled and exchanged.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class MappingTests
{
    private const string Rates = """{"Title":"rates","Request":{"Path":"/rates","Methods":["GET"],"Params":[{"Name":"base","Matchers":[{"Name":"ExactMatcher","Pattern":"EUR"}]}]},"Response":{"StatusCode":200,"BodyAsJson":{"rate":1.5,"note":null}}}""";

    private static readonly RunIdentity Run = new() { RunId = "mapping-tests", ControlToken = "token-of-the-mapping-tests" };

    private HttpClient http = null!;
    private LocalInstance instance = null!;
    private IProvider provider = null!;

    [SetUp]
    public void Open() => http = ControlHttp.Create(new DirectDialer());

    [TearDown]
    public async Task Stop()
    {
        http.Dispose();
        await instance.DisposeAsync();
    }

    [Test]
    public async Task Mapping_answers_is_marked_and_counted_by_its_name(CancellationToken cancellationToken)
    {
        await StartAsync([("rates", Rates)], [], cancellationToken);

        using var answer = await http.GetAsync(At("/rates?base=EUR"), cancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(cancellationToken)).Should().Be("""{"rate":1.5,"note":null}""");
        answer.Headers.GetValues(StandInProgram.MarkerHeader).Should().Equal("rates");
        var reading = await provider.ReadAsync(cancellationToken);
        reading.Calls["rates"].Should().Be(1);
        reading.UnmatchedCount.Should().Be(0);
        reading.StubErrors.Should().BeEmpty();
    }

    [Test]
    public async Task Call_that_none_fits_is_told_with_what_came_nearest(CancellationToken cancellationToken)
    {
        await StartAsync(
            [("rates", Rates), ("orders", """{"Request":{"Path":"/orders","Methods":["POST"],"Body":{"Matcher":{"Name":"JsonPathMatcher","Pattern":"$.a"}}},"Response":{"Body":"ok"}}""")],
            [],
            cancellationToken);

        foreach (var path in (string[])["/rates?base=USD&secret=s3cret", "/other"])
        {
            using var answer = await http.GetAsync(At(path), cancellationToken);
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
            answer.Headers.GetValues(StandInProgram.MarkerHeader).Should().Equal("unmatched");
        }

        (await PostAsync("/orders", "no JSON", "text/plain", cancellationToken)).Should().Be(HttpStatusCode.NotFound);

        var reading = await provider.ReadAsync(cancellationToken);
        reading.Unmatched.Should().Equal("GET /rates", "GET /other", "POST /orders");
        reading.NearMisses.Should().Equal(new Dictionary<string, string>
        {
            ["GET /rates"] = "'rates' comes nearest, and query parameter 'base' does not fit",
            ["POST /orders"] = "'orders' comes nearest, and body does not fit",
        });
        reading.StubErrors.Should().BeEmpty("a matcher that cannot read a body does not fit");
    }

    [TestCase("JsonMatcher", """{"a":1}""", """{"a":1}""", "application/json")]
    [TestCase("JsonPartialMatcher", """{"a":1}""", """{"a":1,"b":2}""", "application/json")]
    [TestCase("JsonPartialWildcardMatcher", """{"a":"x*"}""", """{"a":"xy"}""", "application/json")]
    [TestCase("JsonPathMatcher", "\"$.a\"", """{"a":1}""", "application/json")]
    [TestCase("JmesPathMatcher", "\"a == 'x'\"", """{"a":"x"}""", "application/json")]
    [TestCase("XPathMatcher", "\"/a[. = 'x']\"", "<a>x</a>", "application/xml")]
    [TestCase("FormUrlEncodedMatcher", "\"a=1\"", "a=1", "application/x-www-form-urlencoded")]
    [TestCase("RegexMatcher", "\"^x\"", "xyz", "text/plain")]
    [TestCase("ExactMatcher", "\"xyz\"", "xyz", "text/plain")]
    [TestCase("WildcardMatcher", "\"x*\"", "xyz", "text/plain")]
    [TestCase("NotNullOrEmptyMatcher", "null", "xyz", "text/plain")]
    [TestCase("SimMetricsMatcher.Levenstein", "\"xyz\"", "xyz", "text/plain")]
    public async Task Matcher_reads_bodies(string matcher, string pattern, string body, string type, CancellationToken cancellationToken)
    {
        await StartAsync(
            [("all", Matching(matcher, pattern))], [], cancellationToken);

        (await PostAsync("/all", body, type, cancellationToken)).Should().Be(HttpStatusCode.Created);
        (await PostAsync("/all", "", type, cancellationToken)).Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Rule_changes_what_a_mapping_does_until_it_is_plain_again(CancellationToken cancellationToken)
    {
        await StartAsync([("rates", Rates)], [], cancellationToken);

        await ChangeAsync(new EndpointRule { Status = 503, Headers = ImmutableSortedDictionary<string, string>.Empty.Add("Retry-After", "7") }, cancellationToken);
        using (var answer = await http.GetAsync(At("/rates?base=EUR"), cancellationToken))
        {
            answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            answer.Headers.RetryAfter!.ToString().Should().Be("7");
        }

        await ChangeAsync(new EndpointRule { Body = "other", ContentType = "text/plain" }, cancellationToken);
        (await http.GetStringAsync(At("/rates?base=EUR"), cancellationToken)).Should().Be("other");

        await ChangeAsync(new EndpointRule { Limit = new CallLimit { Calls = 1, WindowMilliseconds = 3_600_000, RetryAfterSeconds = 9 } }, cancellationToken);
        (await GetAsync(cancellationToken)).Should().Be(HttpStatusCode.OK);
        (await GetAsync(cancellationToken)).Should().Be(HttpStatusCode.TooManyRequests);

        await ChangeAsync(new EndpointRule { Reset = true }, cancellationToken);
        await FluentActions.Awaiting(() => GetAsync(cancellationToken)).Should().ThrowAsync<HttpRequestException>();

        await ChangeAsync(new EndpointRule(), cancellationToken);
        (await GetAsync(cancellationToken)).Should().Be(HttpStatusCode.OK);
        var reading = await provider.ReadAsync(cancellationToken);
        reading.Calls["rates"].Should().Be(6);
        reading.StubErrors.Should().BeEmpty();
    }

    [Test]
    public async Task Contract_exchanges_all_mappings_and_no_call_falls_between_two_sets(CancellationToken cancellationToken)
    {
        await StartAsync([("rates", Rates)], [("rates", """{"Guid":"f7a1a3d5-0001-4c5e-9d0a-000000000001","Request":{"Path":"/rates"},"Response":{"Body":"v2"}}""")], cancellationToken);
        using var ended = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 8).Select(_ => CallAsync(ended.Token, cancellationToken)).ToArray();

        for (var change = 0; change < 100; change++)
        {
            var state = await provider.ChangeAsync(
                new ProviderChangeOrder { Restore = true, Settings = new FacetSettings { Mappings = change % 2 == 0 ? "v2" : null } }, cancellationToken);
            state.Settings.Mappings.Should().Be(change % 2 == 0 ? "v2" : null);
        }

        await ended.CancelAsync();
        var answers = (await Task.WhenAll(calls)).SelectMany(all => all).ToHashSet();
        answers.Should().BeEquivalentTo("""{"rate":1.5,"note":null}""", "v2");
        (await provider.ReadAsync(cancellationToken)).UnmatchedCount.Should().Be(0);
    }

    [Test]
    public async Task Endpoints_of_its_own_answer_first_whatever_a_mapping_says(CancellationToken cancellationToken)
    {
        await StartAsync([("all", """{"Title":"all","Priority":-2147483648,"Request":{"Path":"/*"},"Response":{"StatusCode":418}}""")], [], cancellationToken);

        using var own = await http.GetAsync(At("/jwks"), cancellationToken);
        using var other = await http.GetAsync(At("/rates"), cancellationToken);

        own.Headers.GetValues(StandInProgram.MarkerHeader).Should().Equal("jwks");
        ((int)other.StatusCode).Should().Be(418);
    }

    [Test]
    public async Task Content_that_no_environment_variable_could_hold_arrives(CancellationToken cancellationToken)
    {
        var body = new string('x', 1024 * 1024);
        await StartAsync([("large", """{"Request":{"Path":"/large"},"Response":{"Body":"BODY"}}""".Replace("BODY", body, StringComparison.Ordinal))], [], cancellationToken);

        (await http.GetStringAsync(At("/large"), cancellationToken)).Should().Be(body);
    }

    [Test]
    public async Task Mapping_that_WireMock_does_not_take_is_named(CancellationToken cancellationToken)
    {
        var start = () => StartAsync([("odd", """{"Request":{"Path":{"Matchers":[{"Name":"OddMatcher","Pattern":"/"}]}},"Response":{}}""")], [], cancellationToken);

        (await start.Should().ThrowAsync<ControlException>()).Which.Message.Should().Contain("mapping 'odd' cannot be loaded").And.Contain("OddMatcher");
    }

    [Test]
    public async Task Name_that_is_not_there_is_refused(CancellationToken cancellationToken)
    {
        await StartAsync([("rates", Rates)], [], cancellationToken);

        var rule = () => provider.ChangeAsync(
            new ProviderChangeOrder { Settings = new FacetSettings { Endpoints = ImmutableSortedDictionary<string, EndpointRule>.Empty.Add("rats", new EndpointRule()) } }, cancellationToken);
        var contract = () => provider.ChangeAsync(new ProviderChangeOrder { Settings = new FacetSettings { Mappings = "v3" } }, cancellationToken);

        (await rule.Should().ThrowAsync<ControlException>()).Which.Message.Should().Contain("there is no endpoint 'rats'").And.Contain("rates");
        (await contract.Should().ThrowAsync<ControlException>()).Which.Message.Should().Contain("no contract 'v3' has mappings of its own");
    }

    private static string Matching(string matcher, string pattern) =>
        """{"Request":{"Path":"/all","Body":{"Matcher":{"Name":"NAME","Pattern":PATTERN}}},"Response":{"StatusCode":201}}"""
            .Replace("NAME", matcher, StringComparison.Ordinal)
            .Replace("PATTERN", pattern, StringComparison.Ordinal);

    private async Task StartAsync((string Name, string Json)[] plain, (string Name, string Json)[] second, CancellationToken cancellationToken)
    {
        var order = new ProviderOrder
        {
            Audience = "shop",
            TokenLifetime = TimeSpan.FromMinutes(10),
            Clients = ImmutableSortedDictionary<string, string>.Empty,
            Mappings = new StandInMappings
            {
                Plain = Of(plain),
                Contracts = second.Length == 0
                    ? StandInMappings.None.Contracts
                    : StandInMappings.None.Contracts.Add("v2", Of(second)),
            },
        };
        var member = new ProviderMember(http, new DirectDialer(), new StageTrust(), TimeProvider.System);
        instance = await LocalInstance.StartAsync(member.CreateOrder(order, Run), cancellationToken);
        provider = member.Attach(instance, order, Run);
        await provider.PrepareAsync(cancellationToken);
    }

    private static ImmutableArray<StandInMapping> Of((string Name, string Json)[] mappings) =>
        [.. mappings.Select(mapping => new StandInMapping { Name = mapping.Name, Json = mapping.Json })];

    private async Task<List<string>> CallAsync(CancellationToken ended, CancellationToken cancellationToken)
    {
        var answers = new List<string>();
        while (!ended.IsCancellationRequested)
        {
            answers.Add(await http.GetStringAsync(At("/rates?base=EUR"), cancellationToken));
        }

        return answers;
    }

    private Task<ProviderState> ChangeAsync(EndpointRule rule, CancellationToken cancellationToken) => provider.ChangeAsync(
        new ProviderChangeOrder { Settings = new FacetSettings { Endpoints = ImmutableSortedDictionary<string, EndpointRule>.Empty.Add("rates", rule) } }, cancellationToken);

    private async Task<HttpStatusCode> GetAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(At("/rates?base=EUR"), cancellationToken);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> PostAsync(string path, string body, string type, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await http.PostAsync(At(path), content, cancellationToken);
        return answer.StatusCode;
    }

    private Uri At(string path) => new(instance.AddressOf("http"), path);
}
