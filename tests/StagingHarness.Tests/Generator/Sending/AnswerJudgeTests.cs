using System.Collections.Immutable;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Generator.Sending;

/// <summary>Each way in which an answer is right or wrong.</summary>
public sealed class AnswerJudgeTests
{
    private static readonly GeneratorAnswer Placed = new()
    {
        Contains = "{request.id}",
        Matches = "\"quantity\":\\d",
        Json = ImmutableSortedDictionary<string, string>.Empty.Add("/lines/1/item", "a/b").Add("/a~1b", "true").Add("/none", "null"),
    };

    private const string Body = """{"id":"7-1","quantity":2,"lines":[0,{"item":"a/b"}],"a/b":true,"none":null}""";

    [TestCase(200, Body, AnswerCheck.AsWanted)]
    [TestCase(204, Body, AnswerCheck.AsWanted)]
    [TestCase(500, Body, AnswerCheck.WrongStatus)]
    [TestCase(200, """{"id":"7-2","quantity":2,"lines":[0,{"item":"a/b"}],"a/b":true,"none":null}""", AnswerCheck.WrongContent)]
    [TestCase(200, """{"id":"7-1","quantity":"","lines":[0,{"item":"a/b"}],"a/b":true,"none":null}""", AnswerCheck.WrongContent)]
    [TestCase(200, """{"id":"7-1","quantity":2,"lines":[0,{"item":"a"}],"a/b":true,"none":null}""", AnswerCheck.WrongContent)]
    [TestCase(200, """{"id":"7-1","quantity":2,"lines":[0],"a/b":true,"none":null}""", AnswerCheck.WrongContent)]
    [TestCase(200, """7-1 "quantity":2""", AnswerCheck.WrongContent)]
    [TestCase(200, "", AnswerCheck.WrongContent)]
    public void Content_is_held_against_all_that_is_asked(int status, string body, AnswerCheck check) =>
        Judge(new GeneratorRequest { Route = 0, Method = "GET", Path = "/", Answer = Placed }, status, body).Should().Be(check);

    [TestCase(ShownCredentials.None, 401, AnswerCheck.AsWanted)]
    [TestCase(ShownCredentials.Wrong, 401, AnswerCheck.AsWanted)]
    [TestCase(ShownCredentials.None, 200, AnswerCheck.LetIn)]
    [TestCase(ShownCredentials.Wrong, 204, AnswerCheck.LetIn)]
    [TestCase(ShownCredentials.Wrong, 500, AnswerCheck.WrongStatus)]
    [TestCase(ShownCredentials.Valid, 200, AnswerCheck.WrongStatus)]
    public void Refusal_is_right_and_an_answer_is_not(ShownCredentials shown, int status, AnswerCheck check) => Judge(
        new GeneratorRequest { Route = 0, Method = "GET", Path = "/", Credentials = shown, Answer = new GeneratorAnswer { Status = [401] } }, status, Body)
        .Should().Be(check);

    [Test]
    public void Nothing_asked_is_left_to_the_status() =>
        Judge(new GeneratorRequest { Route = 0, Method = "GET", Path = "/" }, 500, "").Should().Be(AnswerCheck.ByStatus);

    private static AnswerCheck Judge(GeneratorRequest request, int status, string body) =>
        new AnswerJudge(request).Judge(new Received(status, null, Encoding.UTF8.GetBytes(body)), new VirtualClient("7-1").Fill);
}
