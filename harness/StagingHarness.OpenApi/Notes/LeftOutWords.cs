namespace StagingHarness.OpenApi.Notes;

/// <summary>What was left out, and what to do about it.</summary>
internal static class LeftOutWords
{
    public static (string Summary, string Hint) Of(LeftOut kind, string names) => kind switch
    {
        LeftOut.Paths => ($"no path has a query or a fragment, as these have: {names}.", "write the query as parameters; a fragment is never sent, so the operation without one is it"),
        LeftOut.Callbacks => ($"callbacks are left out, of {names}.", "the stand-in calls nobody; what a service does when it is called is a request of the traffic"),
        LeftOut.Webhooks => ($"webhooks are left out: {names}.", "the stand-in calls nobody; what a service does when it is called is a request of the traffic"),
        LeftOut.Links => ($"links between answers are left out, of {names}.", "nothing has to be done: an answer is the same without them"),
        LeftOut.Credentials => ($"credentials are not asked for: {names}.", "whoever calls is answered; a step refuses calls by 'endpoints: { NAME: { status: 401 } }'"),
        LeftOut.Cookies => ($"cookies that a call must have are not asked for: {names}.", "add 'Cookies' to the mapping where it matters"),
        LeftOut.Spread => ($"parameters that are spread over several names are not asked for: {names}.", "add 'Params' to the mapping where it matters"),
        LeftOut.ExternalExamples => ($"examples that stand elsewhere are not read: {names}.", "write them into the document, or put them into the mapping as 'BodyAsFile'"),
        LeftOut.Bodies => ($"answers have no body, of {names}.", "only JSON and text are made up; give the document an example, or put one into the mapping as 'Body'"),
        LeftOut.Patterns => ($"texts that were made up do not fit their schema: {names}.", "give the document examples for them, or correct them in the mappings"),
        LeftOut.Circles => ($"members that must be there are left out where their schema goes round in a circle: {names}.", "give the document an example"),
        LeftOut.Tuples => ($"lists whose entries have a schema each are left empty: {names}.", "give the document an example"),
        LeftOut.Size => ($"bodies that were made up are cut off: {names}.", "give the document an example"),
        LeftOut.ThisAndThat => ($"schemas that are 'true' or 'false' are read as ones that say nothing: {names}.", "nothing has to be done, unless a body needs them; then give the document an example"),
    };
}
