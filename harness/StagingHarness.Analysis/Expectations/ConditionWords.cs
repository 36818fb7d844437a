using StagingHarness.Analysis.Wording;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What is looked for, and in what, in words.</summary>
internal static class ConditionWords
{
    /// <summary>What is counted, in the singular.</summary>
    public static string Unit(CountedExpectationPlan plan) => plan switch
    {
        AnswersExpectationPlan => "request",
        HealthExpectationPlan => "health check",
        AvailabilityExpectationPlan => "window",
        JourneyExpectationPlan => "journey",
        ServedExpectationPlan => "answer",
        LogExpectationPlan => "log line",
        ProviderExpectationPlan or PagerExpectationPlan => "call",
        InstanceExpectationPlan => "state",
        CountedExpectationPlan unknown => throw ExpectationWords.Unknown(unknown),
    };

    /// <summary>Goes on after the unit: <c>answered 500 by the app</c>.</summary>
    public static string Condition(CountedExpectationPlan plan) => plan switch
    {
        AnswersExpectationPlan answers => $"{Answered(answers.Answers)}{Of(answers.Of)}",
        HealthExpectationPlan health => $"answered {health.Status}",
        AvailabilityExpectationPlan { Per: var per, Of: var of } => $"of {Figures.Seconds(per)} (real time) with nothing but right answers{Of(of)}",
        JourneyExpectationPlan journey => $"'{journey.Journey}' {(journey.Completed ? "completed" : "failed on the way")}",
        ServedExpectationPlan served => $"of the app from {Version(served.Release, served.Platform, served.Configuration)}",
        LogExpectationPlan { Pattern: var pattern } log => $"matching '{pattern}'{Of(log.Service, log.Instance)}",
        ProviderExpectationPlan { Endpoint: { } endpoint } => $"to the provider's endpoint '{endpoint}'",
        ProviderExpectationPlan => "that the provider does not know",
        PagerExpectationPlan pager => $"to the pager{(pager.Form is { } form ? $" in the form of '{ExpectationWords.Name(form)}'" : "")}"
            + $"{(pager.Action is { } action ? $" that says '{ExpectationWords.Name(action)}'" : "")}{(pager.About is { } about ? $" about '{about}'" : "")}",
        InstanceExpectationPlan instance => $"'{ExpectationWords.Name(instance.State)}'{Of(instance.Service, instance.Instance)}",
        CountedExpectationPlan unknown => throw ExpectationWords.Unknown(unknown),
    };

    /// <summary><c>answered wrongly by the app</c>, <c>answered 500 by the app</c>, <c>not answered at all</c>.</summary>
    public static string Answered(AnswerCondition wanted)
    {
        var status = Figures.Joined(wanted.Status.Select(one => one.ToString(System.Globalization.CultureInfo.InvariantCulture)), "or");
        var how = (status, wanted.Right) switch
        {
            ("", true) => " rightly",
            ("", false) => " wrongly",
            ("", null) => "",
            (_, true) => $" {status} and rightly",
            (_, false) => $" {status} and wrongly",
            (_, null) => $" {status}",
        };
        var answered = wanted.By switch
        {
            Answerer.App => $"answered{how} by the app",
            Answerer.Gateway => $"answered{how} by the gateway",
            Answerer.Nobody => "not answered at all",
            Answerer.Unknown => $"answered{how} by nobody knows whom",
            null => $"answered{how}",
        };
        var signature = wanted.Signature is { } failure ? $" as '{ExpectationWords.Name(failure)}'" : "";
        var slow = wanted.SlowerThan is { } limit ? $" after more than {Figures.Milliseconds(limit)} (real time)" : "";
        return answered + signature + slow;
    }

    /// <summary>Goes on after a condition: <c>, of GET /api/orders to release 2.0</c>; empty when all requests count.</summary>
    public static string Of(AnswerSelection of)
    {
        if (of.IsAll())
        {
            return "";
        }

        var right = of.Right switch
        {
            true => "right answers",
            false => "wrong answers",
            null => null,
        };
        var version = of is { Release: null, Platform: null, Configuration: null } ? null : $"by {Version(of.Release, of.Platform, of.Configuration)}";
        var instance = of.Instance is null ? null : $"by {of.Instance}";
        return $", of {string.Join(' ', ((string?[])[right, of.Request ?? (right is null ? "requests" : null), version, instance]).OfType<string>())}";
    }

    private static string Of(string? service, string? instance) => (instance ?? service) is { } of ? $" of {of}" : "";

    private static string Version(string? release, string? platform, string? configuration)
    {
        string?[] on = [release is null ? null : $"release {release}", platform is null ? null : $"platform {platform}"];
        string?[] within = [string.Join(" on ", on.OfType<string>()), configuration is null ? null : $"configuration {configuration}"];
        return string.Join(" in ", within.Where(axis => !string.IsNullOrEmpty(axis))) is { Length: > 0 } version ? version : "any version";
    }
}
