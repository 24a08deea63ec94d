package dev.gangway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/// What a command line came to.
///
/// @param code the exit code
/// @param out what was printed
/// @param err what was complained about
record Outcome(int code, String out, String err) {
    static Outcome of(Map<String, String> environment, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Cli.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true), environment);
        return new Outcome(code, out.toString(), err.toString());
    }
}
