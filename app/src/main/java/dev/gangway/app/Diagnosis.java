package dev.gangway.app;

/// One thing that `doctor` looked at.
///
/// @param check what was looked at, such as `port`
/// @param finding what was found
/// @param advice what to do; empty when it is well
record Diagnosis(String check, boolean ok, String finding, String advice) {
    static Diagnosis well(String check, String finding) {
        return new Diagnosis(check, true, finding, "");
    }

    static Diagnosis ill(String check, String finding, String advice) {
        return new Diagnosis(check, false, finding, advice);
    }
}
