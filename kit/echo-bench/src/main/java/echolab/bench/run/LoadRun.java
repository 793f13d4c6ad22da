package echolab.bench.run;

import echolab.bench.result.RunResult;

/// A part in which servers are under load.
interface LoadRun extends BenchPart {

    /// What was seen so far.
    RunResult result();
}
