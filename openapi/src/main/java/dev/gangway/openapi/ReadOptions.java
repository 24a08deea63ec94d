package dev.gangway.openapi;

/// How much of a stranger's document is read before it is refused, and how much of one body is listed.
///
/// @param mostBytes of the document
/// @param mostNodes values in the document, each alias counted as what it stands for
/// @param deepest levels of nesting
/// @param mostRows of one body; where it has more, its deeper levels are cut
public record ReadOptions(int mostBytes, int mostNodes, int deepest, int mostRows) {
    /// 32 MiB, three million values, 200 levels, 2,000 rows.
    public static final ReadOptions STANDARD = new ReadOptions(32 << 20, 3_000_000, 200, 2_000);

    public ReadOptions {
        if (mostBytes < 1 || mostNodes < 1 || deepest < 1 || mostRows < 1) {
            throw new IllegalArgumentException("limits: at least 1");
        }
    }
}
