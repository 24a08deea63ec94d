package dev.gangway.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/// A link of the chain: an event, its place, and a hash over both and over every event before it.
///
/// @param previousHash 64 lower-case hex digits, as is `hash`
record SealedEvent(StoredEvent event, long position, String previousHash, String hash) {
    /// Seals `event` behind `end`.
    static SealedEvent after(ChainEnd end, StoredEvent event) {
        long position = end.position() + 1;
        return new SealedEvent(event, position, end.hash(), hash(end.hash(), event.canonical(position)));
    }

    static SealedEvent of(ResultSet row) throws SQLException {
        return new SealedEvent(
                StoredEvent.of(row), row.getLong("position"), row.getString("previous_hash"), row.getString("hash"));
    }

    ChainEnd end() {
        return new ChainEnd(position, hash);
    }

    /// Whether this is exactly what sealing its event behind `end` makes.
    boolean follows(ChainEnd end) {
        return equals(after(end, event));
    }

    /// One line of the export: the canonical row with `previous_hash` and `hash` as its last two members.
    String line() {
        String canonical = event.canonical(position);
        return "%s,\"previous_hash\":\"%s\",\"hash\":\"%s\"}\n"
                .formatted(canonical.substring(0, canonical.length() - 1), previousHash, hash);
    }

    private static String hash(String previousHash, String canonical) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HexFormat.of().parseHex(previousHash));
            return HexFormat.of().formatHex(sha256.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
