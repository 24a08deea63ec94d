package dev.gangway.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// A column with values that the vault sealed, each bound to its row: what a room tells of itself so that its values
/// can follow when the vault's keys change. A sealed value begins with a byte of Tink's; the four after it name the
/// key.
///
/// @param table with its schema, such as `gateway.connection`
/// @param column of bytes; a row without one holds nothing sealed
/// @param lasting whether values stay until somebody changes them; others end by themselves within a day
/// @param binding the text columns that name a row and that its value is bound to
public record SealedColumn(String table, String column, boolean lasting, List<String> binding) {
    private static final int MANY = 1000; // rows in one look

    /// What a value is sealed for, as [Vault] takes it.
    ///
    /// @param row the values of `binding`, in that order
    public String context(List<String> row) {
        if (row.size() != binding.size()) {
            throw new IllegalArgumentException("%s is bound to %s, not to %s".formatted(table, binding, row));
        }
        return table + "/" + String.join("/", row);
    }

    /// How many values each key seals, by the key's name as [VaultKeys] gives it. Reads the whole table.
    public Map<String, Long> perKey(Handle tx) {
        Map<String, Long> counts = new TreeMap<>();
        here(tx.createQuery("""
                select encode(substring(<column> from 2 for 4), 'hex') as key, count(*) as sealed from <table>
                 where <column> is not null
                 group by 1
                """))
                .map((row, _) -> Map.entry(row.getString("key"), row.getLong("sealed")))
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /// Up to a thousand rows whose values one of `keys` seals. Reads the whole table.
    ///
    /// @param keys names; at least one
    /// @return their values of `binding`
    public List<List<String>> sealedBy(Handle tx, List<String> keys) {
        return here(tx.createQuery("""
                select <binding> from <table>
                 where encode(substring(<column> from 2 for 4), 'hex') in (<keys>)
                 order by <binding>
                 limit :many
                """))
                .bindList("keys", keys)
                .bind("many", MANY)
                .map((row, _) -> rowOf(row))
                .list();
    }

    /// Seals the value of one row anew. Does nothing when the row is gone, empty, or being changed right now.
    ///
    /// @return whether it was
    /// @throws IllegalStateException when the value does not open
    public boolean seal(Handle tx, Vault vault, List<String> row) {
        Optional<byte[]> sealed = here(tx.createQuery("""
                select <column> from <table>
                 where (<binding>) = (<row>) and <column> is not null
                   for update skip locked
                """))
                .bindList("row", row)
                .mapTo(byte[].class)
                .findOne();
        if (sealed.isEmpty()) {
            return false;
        }
        byte[] plain = vault.open(sealed.get(), context(row));
        here(tx.createUpdate("update <table> set <column> = :sealed where (<binding>) = (<row>)"))
                .bindList("row", row)
                .bind("sealed", vault.seal(plain, context(row)))
                .execute();
        return true;
    }

    private List<String> rowOf(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String name : binding) {
            values.add(row.getString(name));
        }
        return List.copyOf(values);
    }

    private <S extends SqlStatement<S>> S here(S statement) {
        return statement.define("table", table).define("column", column).define("binding", String.join(", ", binding));
    }
}
