using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli.Live;

namespace StagingHarness.Tests.Cli.Live;

public sealed class LiveAnswerTests
{
    private const string Token = "0123abcd";

    private int printed;

    [SetUp]
    public void Forget() => printed = 0;

    [TestCase("127.0.0.1:8123")]
    [TestCase("localhost:8123")]
    public void Who_knows_the_address_reads_the_page(string host)
    {
        var answer = To($"GET /{Token}/ HTTP/1.1", $"Host: {host}", "Accept: text/html");

        answer.Should().StartWith("HTTP/1.1 200 OK\r\n").And.EndWith("\r\n\r\nthe page").And.Contain("Content-Length: 8\r\n").And.Contain("Cache-Control: no-store\r\n");
    }

    [Test]
    public void Head_has_no_body() => To($"HEAD /{Token}/ HTTP/1.1", "Host: 127.0.0.1:8123").Should().StartWith("HTTP/1.1 200 OK\r\n").And.EndWith("\r\n\r\n");

    [TestCase("GET / HTTP/1.1", "Host: 127.0.0.1:8123", TestName = "Without_the_token")]
    [TestCase("GET /0123abce/ HTTP/1.1", "Host: 127.0.0.1:8123", TestName = "With_another_token")]
    [TestCase("GET /0123abcd/../etc HTTP/1.1", "Host: 127.0.0.1:8123", TestName = "Below_the_page")]
    [TestCase("POST /other/ HTTP/1.1", "Host: 127.0.0.1:8123", TestName = "Written_to_elsewhere")]
    [TestCase("GET /0123abcd/ HTTP/1.1", "Host: evil.example:8123", TestName = "Under_the_name_of_a_stranger")]
    [TestCase("GET /0123abcd/ HTTP/1.1", "Host: 127.0.0.1:8124", TestName = "Under_another_port")]
    [TestCase("GET /0123abcd/ HTTP/1.1", TestName = "Under_no_name")]
    [TestCase("GET /0123abcd/ HTTP/1.1", "Host: 127.0.0.1:8123", "Host: evil.example", TestName = "Under_two_names")]
    [TestCase("hello", TestName = "In_no_HTTP")]
    public void Others_find_nothing(params string[] head)
    {
        To(head).Should().StartWith("HTTP/1.1 404 Not Found\r\n").And.EndWith("not here\n");
        printed.Should().Be(0);
    }

    [Test]
    public void Nothing_at_all_finds_nothing() => To().Should().StartWith("HTTP/1.1 404");

    [TestCase("POST")]
    [TestCase("DELETE")]
    [TestCase("OPTIONS")]
    public void Page_can_only_be_read(string method)
    {
        To($"{method} /{Token}/ HTTP/1.1", "Host: 127.0.0.1:8123").Should().StartWith("HTTP/1.1 405 Method Not Allowed\r\n").And.Contain("Allow: GET, HEAD\r\n");
        printed.Should().Be(0);
    }

    [Test]
    public void Page_that_cannot_be_made_says_why()
    {
        var answer = Encoding.UTF8.GetString(new LiveAnswer(Token, 8123).To(
            [$"GET /{Token}/ HTTP/1.1", "Host: 127.0.0.1:8123"],
            () => throw new InvalidOperationException("two ends")));

        answer.Should().StartWith("HTTP/1.1 500 Internal Server Error\r\n").And.Contain("InvalidOperationException: two ends");
    }

    private string To(params string[] head) => Encoding.UTF8.GetString(new LiveAnswer(Token, 8123).To(head, () =>
    {
        printed++;
        return "the page";
    }));
}
