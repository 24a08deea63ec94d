package dev.gangway.workflow;

/// JSON pointers (RFC 6901), as text.
final class Pointers {
    private Pointers() {}

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /// The name that a part of a pointer stands for.
    static String name(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }

    /// The pointer to what holds `pointer`; the root holds itself.
    static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
}
