package dev.gangway.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// A column with values that the vault sealed, each bound to its row: what a room tells of itself so that its values
/// can follow when the vault's keys change.
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
        tx.createQuery("select %s as key, count(*) as sealed from %s where %s is not null group by 1"
                        .formatted(keyOfValue(), table, column))
                .map((row, _) -> Map.entry(row.getString("key"), row.getLong("sealed")))
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /// Up to a thousand rows whose values a key other than `key` seals. Reads the whole table.
    ///
    /// @return their values of `binding`
    public List<List<String>> notSealedBy(Handle tx, String key) {
        return tx.createQuery("select %s from %s where %s is not null and %s <> :key order by %s limit :many"
                        .formatted(String.join(", ", binding), table, column, keyOfValue(), String.join(", ", binding)))
                .bind("key", key)
                .bind("many", MANY)
                .map((row, _) -> {
                    List<String> values = new ArrayList<>();
                    for (String name : binding) {
                        values.add(row.getString(name));
                    }
                    return List.copyOf(values);
                })
                .list();
    }

    /// Seals the value of one row anew. Does nothing when the row is gone, empty, or being changed right now.
    ///
    /// @return whether it was
    /// @throws IllegalStateException when the value does not open
    public boolean seal(Handle tx, Vault vault, List<String> row) {
        Optional<byte[]> sealed = bind(
                        row,
                        tx.createQuery("select %s from %s where %s and %s is not null for update skip locked"
                                .formatted(column, table, thisRow(), column)))
                .mapTo(byte[].class)
                .findOne();
        if (sealed.isEmpty()) {
            return false;
        }
        byte[] plain = vault.open(sealed.get(), context(row));
        bind(row, tx.createUpdate("update %s set %s = :sealed where %s".formatted(table, column, thisRow())))
                .bind("sealed", vault.seal(plain, context(row)))
                .execute();
        return true;
    }

    /// A sealed value begins with a byte of Tink's; the four after it name the key.
    private String keyOfValue() {
        return "encode(substring(%s from 2 for 4), 'hex')".formatted(column);
    }

    private String thisRow() {
        return binding.stream().map(name -> name + " = :" + name).collect(Collectors.joining(" and "));
    }

    private <S extends SqlStatement<S>> S bind(List<String> row, S statement) {
        S bound = statement;
        for (int at = 0; at < binding.size(); at++) {
            bound = bound.bind(binding.get(at), row.get(at));
        }
        return bound;
    }
}
