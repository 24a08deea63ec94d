package dev.gangway.storage;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// New rows of one table, all in one `COPY` in PostgreSQL's binary format (its manual, chapter "COPY"): half the work
/// of an insert, for the server and for us. Each row begins with [#row] and names a value for each column, in order.
public final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z"); // of PostgreSQL's timestamps
    private static final int NULL = -1;

    private final String copy;
    private final int columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /// @param table with its schema
    public CopyRows(String table, List<String> columns) {
        this.copy = "copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns));
        this.columns = columns.size();
        put(() -> {
            out.write(SIGNATURE);
            out.writeLong(0); // no flags, no extension
        });
    }

    public CopyRows row() {
        return put(() -> out.writeShort(columns));
    }

    /// A `text`. PostgreSQL knows no NUL in it: U+FFFD stands for one.
    public CopyRows text(@Nullable String value) {
        return value == null
                ? none()
                : put(() -> {
                    byte[] utf8 = value.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
                    out.writeInt(utf8.length);
                    out.write(utf8);
                });
    }

    /// An `int`.
    public CopyRows integer(@Nullable Integer value) {
        return value == null
                ? none()
                : put(() -> {
                    out.writeInt(Integer.BYTES);
                    out.writeInt(value);
                });
    }

    /// A `bigint`.
    public CopyRows bigint(long value) {
        return put(() -> {
            out.writeInt(Long.BYTES);
            out.writeLong(value);
        });
    }

    /// A `timestamptz`, to the microsecond.
    public CopyRows time(Instant value) {
        return bigint(ChronoUnit.MICROS.between(EPOCH, value));
    }

    private CopyRows none() {
        return put(() -> out.writeInt(NULL));
    }

    /// Adds the rows to the table, in the transaction of `tx`.
    public void insert(Handle tx) {
        put(() -> out.writeShort(-1)); // no more rows
        try {
            CopyIn in =
                    tx.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
            in.writeToCopy(bytes.toByteArray(), 0, bytes.size());
            in.endCopy();
        } catch (SQLException refused) {
            throw new StorageException("rows could not be copied: " + refused.getMessage(), refused);
        }
    }

    private CopyRows put(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException never) { // memory takes everything
            throw new UncheckedIOException(never);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
