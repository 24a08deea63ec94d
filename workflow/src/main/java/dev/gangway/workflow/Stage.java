package dev.gangway.workflow;

/// Where a task's data change, in this order.
public enum Stage {
    /// What the task before passed on.
    INPUT("input"),
    /// What `input.from` makes of it.
    INPUT_FROM("input.from"),
    /// What the task itself comes to.
    RESULT("result"),
    /// What `output.as` makes of that, for the task that follows.
    OUTPUT_AS("output.as"),
    /// What `export.as` makes of that, for `$context`.
    EXPORT_AS("export.as");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
