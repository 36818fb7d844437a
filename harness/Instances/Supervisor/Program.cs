using StagingHarness.Supervisor;

Session.Begin();
using var commands = new StreamReader(Console.OpenStandardInput());
using var answers = Console.OpenStandardOutput();
var supervision = new Supervision(new AnswerWriter(answers), TimeProvider.System);
using var endsOnSignal = StopSignals.Subscribe(supervision);
return await supervision.RunAsync(commands);
