using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Redaction;

namespace StagingHarness.Tests.History.Redaction;

public sealed class RedactorTests
{
    private const string Mark = Redactor.Mark;

    [TestCase("DB_PASSWORD=hunter2", $"DB_PASSWORD={Mark}")]
    [TestCase("POSTGRES_PASSWORD=hunter2 started", $"POSTGRES_PASSWORD={Mark} started")]
    [TestCase("PGPASSWORD=hunter2", $"PGPASSWORD={Mark}")]
    [TestCase("{\"clientSecret\":\"hunter2\"}", $"{{\"clientSecret\":\"{Mark}\"}}")]
    [TestCase("{\"accessToken\": \"hunter2\"}", $"{{\"accessToken\": \"{Mark}\"}}")]
    [TestCase("{\\\"password\\\":\\\"hunter2\\\"}", $"{{\\\"password\\\":\\\"{Mark}\\\"}}")]
    [TestCase("redis://:hunter2@cache:6379", $"redis://:{Mark}@cache:6379")]
    [TestCase("\"Cookie\":[\"sid=hunter2\",\"id=3\"],\"Host\":[\"a\"]", $"\"Cookie\":[\"{Mark}\"],\"Host\":[\"a\"]")]
    [TestCase("Cookie: sid=hunter2; id=3", $"Cookie: {Mark}")]
    [TestCase("Authorization: Basic abcdef", $"Authorization: Basic {Mark}")]
    [TestCase("\"Authorization\":[\"Bearer abcdef\"]", $"\"Authorization\":[\"Bearer {Mark}\"]")]
    [TestCase("sent bearer 0123456789abcdef", $"sent bearer {Mark}")]
    public void What_looks_like_a_secret_is_taken_out(string text, string expected) => new Redactor().Of(text).Should().Be(expected);

    [TestCase("Basic authentication failed")]
    [TestCase("Bearer authentication")]
    [TestCase("Bearer error=\"invalid_token\", error_description=\"invalid_token: expired\"")]
    [TestCase("Cookie: header too large (431)")]
    [TestCase("header:\n  api-key:\n    environment: SHOP_KEY")]
    [TestCase("api-key:\r\n  environment: SHOP_KEY")]
    public void What_is_no_secret_stays(string text) => new Redactor().Of(text).Should().Be(text);

    [TestCase("password=hunter2")]
    [TestCase("[password=hunter2]")]
    [TestCase("password=before-k5-known-to-all-after")]
    [TestCase("Authorization: Bearer k5-known-to-all")]
    [TestCase("Cookie: sid=x; key=k5-known-to-all")]
    [TestCase("postgres://app:hunter2@database")]
    public void Cleaned_text_stays_as_it_is(string text)
    {
        var redactor = new Redactor();
        redactor.Learn("k5-known-to-all");

        var once = redactor.Of(text);

        once.Should().Contain(Mark).And.NotContain("hunter2").And.NotContain("k5-known").And.NotContain("after").And.NotContain("]]]");
        redactor.Of(once).Should().Be(once);
    }

    [TestCase("k5-known", "k5-known-to-all", "5-known-to")]
    [TestCase("5-known-to", "k5-known-to-all", "k5-known")]
    [TestCase("k5-known-to-all", "5-known-to", "k5-known")]
    public void Secret_that_holds_others_is_taken_out_whole_in_whichever_order_they_were_learned(params string[] secrets)
    {
        var redactor = new Redactor();
        foreach (var secret in secrets)
        {
            redactor.Learn(secret);
        }

        redactor.Of("it is k5-known-to-all, and k5-known").Should().Be($"it is {Mark}, and {Mark}");
    }
}
