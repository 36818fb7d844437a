using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Recording;
using StagingHarness.Scenarios.Documents.Mappings;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.Recording;

/// <summary>Calls become mappings, and their secrets do not.</summary>
public sealed class RecordedMappingsTests
{
    private static readonly Uri Origin = new("https://rates.example");

    [Test]
    public void Secret_that_a_later_call_gives_away_is_hidden_in_earlier_ones()
    {
        var made = Of(
            Call("GET", "/a", answer: "the word is s3cret-1"),
            Call("GET", "/b") with { RequestHeaders = [("Authorization", "Bearer s3cret-1")] });

        made.ToJson().Should().NotContain("s3cret-1").And.Contain("the word is [redacted]");
        made.Hidden.Should().Contain("Authorization", 1);
    }

    [Test]
    public void Answer_without_secrets_is_kept_to_the_byte()
    {
        const string Body = "{ \"rate\" : 1.50,\n\"code\":\"EUR\", \"ä\": null }";

        var made = Of(Call("GET", "/rates?base=EUR", answer: Body));

        made.All.Single().Response["Body"]!.GetValue<string>().Should().Be(Body);
        made.Hidden.Should().BeEmpty();
        made.Notes.Should().BeEmpty();
    }

    [TestCase("""{"code":"EUR"}""", true)]
    [TestCase("""{"code":"SplxlOBeZQQYbYS6WxSbIA"}""", false)]
    [TestCase("""{"data":[{"pin":"123456"}]}""", false)]
    [TestCase("""{"pin":"123456","pin":"1"}""", false)]
    [TestCase("data: {\"pin\":\"123456\"}\n\ndata: {\"a\":1}\n\n", false)]
    [TestCase("\u0001{\"pin\":\"123456\"}", false)]
    [TestCase("<pin>123456</pin>", false)]
    [TestCase("""<form><input type="hidden" name="code" value="123456"></form>""", false)]
    public void Value_is_hidden_under_its_name_whatever_the_form(string body, bool isKept)
    {
        var response = Of(Call("GET", "/a", answer: body)).All.Single().Response;
        var text = response["Body"]?.GetValue<string>() ?? Encoding.Latin1.GetString(Convert.FromBase64String(response["BodyAsBytes"]!.GetValue<string>()));

        (text == body).Should().Be(isKept, text);
        text.Contains("[redacted]", StringComparison.Ordinal).Should().Be(!isKept, text);
        text.Should().NotContain("123456").And.NotContain("Splxl");
    }

    [Test]
    public void Short_secret_is_hidden_under_its_name_alone()
    {
        var made = Of(Call("GET", "/a?api-key=EUR", answer: """{"base":"EUR"}"""));

        made.ToJson().Should().Contain("\\\"base\\\":\\\"EUR\\\"");
        made.All.Single().Request.ToJsonString().Should().NotContain("EUR").And.Contain("WildcardMatcher");
        made.Hidden.Should().Contain("api-key", 1);
    }

    [Test]
    public void Name_in_a_path_or_member_that_is_a_secret_elsewhere_is_not_written()
    {
        var made = Of(
            Call("GET", "/users/s3cret-1", answer: """{"s3cret-1":1}"""),
            Call("GET", "/b?password=s3cret-1"));

        made.ToJson().Should().NotContain("s3cret-1");
        made.Notes.Should().Contain("'GET /users/[redacted]' is left out: a secret would be left in it");
    }

    [Test]
    public void Answer_that_nobody_can_read_is_left_out()
    {
        var made = Of(Call("GET", "/a", answer: "???") with { Headers = [("Content-Encoding", "zstd")] });

        made.All.Should().BeEmpty();
        made.Notes.Should().Equal("'GET /a' is left out: nobody can look for secrets in how it is encoded");
    }

    [Test]
    public void Same_call_is_one_mapping_whatever_its_secret()
    {
        var made = Of(Call("POST", "/a?key=first-key", "token=first-token"), Call("POST", "/a?key=other-key", "token=other-token"));

        made.All.Should().ContainSingle();
        made.Hidden.Should().Contain("key", 2).And.NotContainKey("first-key");
    }

    [Test]
    public void Call_at_a_path_of_the_stand_in_is_left_out_and_told()
    {
        var made = Of(Call("POST", "/token"));

        made.All.Should().BeEmpty();
        made.Notes.Should().Equal("'POST /token' is left out: there the stand-in answers itself, as its endpoint 'token'");
    }

    [Test]
    public void Answer_that_names_the_real_one_is_told() =>
        Of(Call("GET", "/a", answer: """{"next":"https://rates.example/b"}""")).Notes
            .Should().Equal("answers of 1 of the mappings name 'https://rates.example', which a stage does not reach");

    [Test]
    public void Parameter_without_a_value_is_asked_for_and_goes_behind_one_that_has_one()
    {
        var made = Of(Call("GET", "/a"), Call("GET", "/a?y="), Call("GET", "/a?y=5"), Call("GET", "/a?y=,5&y="), Call("GET", "/a?token="));

        made.All.Select(mapping => mapping.Request["Params"]?.ToJsonString()).Should().Equal(
            null,
            """[{"Name":"y","Matchers":[]}]""",
            """[{"Name":"y","Matchers":[{"Name":"ExactMatcher","Pattern":"5"}]}]""",
            """[{"Name":"token","Matchers":[]}]""");
        made.All.Select(mapping => mapping.Priority).Should().Equal(1000, 991, 990, 991);
    }

    [Test]
    public void Name_is_not_cut_in_the_middle_of_a_letter() =>
        Of(Call("GET", "/" + new string('x', 194) + "%F0%9F%98%80")).All.Single().Name.Should().Be("GET /" + new string('x', 194));

    [Test]
    public void What_is_written_is_what_a_system_can_name()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "recorded.json");
        File.WriteAllText(file, Of(Call("GET", "/a%20b/*?x=1&x=2&y=", answer: "\0"), Call("PUT", "/c", """{"password":"s3cret-1"}""")).ToJson());
        MappingCheck.Of(file).Should().BeEmpty();

        File.WriteAllText(file, """{"Request":{"Path":"/token"},"Response":{"Fault":{"Type":"EMPTY_RESPONSE"},"Odd":1}}""");
        MappingCheck.Of(file).Select(finding => finding.Code.Id).Should().BeEquivalentTo("SH0118", "SH0119", "SH0120");
    }

    private static RecordedMappings Of(params RecordedExchange[] exchanges) => RecordedMappings.Of(exchanges, ["pin"], Origin);

    private static RecordedExchange Call(string method, string target, string body = "", string answer = "ok") => new()
    {
        Method = method,
        Target = target,
        RequestHeaders = body.StartsWith('{') ? [("Content-Type", "application/json")] : [("Content-Type", "application/x-www-form-urlencoded")],
        RequestBody = Encoding.UTF8.GetBytes(body),
        Status = 200,
        Body = Encoding.UTF8.GetBytes(answer),
    };
}
