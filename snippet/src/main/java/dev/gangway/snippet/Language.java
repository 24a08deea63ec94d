package dev.gangway.snippet;

/// A language that snippets are written in.
public enum Language {
    TYPESCRIPT("TypeScript", "ts"),
    CURL("curl", "sh"),
    JAVASCRIPT("JavaScript", "mjs"),
    PYTHON("Python", "py"),
    JAVA("Java", "java"),
    GO("Go", "go"),
    CSHARP("C#", "cs"),
    PHP("PHP", "php"),
    RUBY("Ruby", "rb");

    private final String label;
    private final String extension;

    Language(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    /// What people call it.
    public String label() {
        return label;
    }

    /// What the name of a file ends with, without the dot.
    public String extension() {
        return extension;
    }
}
