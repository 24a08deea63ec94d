package dev.gangway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// A vault on Google Tink: a keyset of AES-256-GCM keys; the context is the associated data; the first five bytes
/// of a sealed value name its key. Immutable.
final class TinkVault implements Vault {
    private static final Configuration CONFIGURATION = aeadOnly();
    private static final int NAMED = 5; // bytes at the beginning of a sealed value: a version and the key's name

    private final KeysetHandle keyset;
    private final Aead aead;
    private final List<String> names;

    /// @param keys what [#keys] or [#newKeys] gave
    /// @throws StorageException when it is anything else
    TinkVault(String keys) {
        try {
            keyset = TinkJsonProtoKeysetFormat.parseKeyset(keys, CONFIGURATION, InsecureSecretKeyAccess.get());
            aead = keyset.getPrimitive(CONFIGURATION, Aead.class);
            names = IntStream.range(0, keyset.size())
                    .mapToObj(at -> name(keyset.getAt(at).getId()))
                    .toList();
        } catch (GeneralSecurityException notOurs) {
            throw new StorageException("vault keys: not a Tink keyset for AEAD: " + notOurs.getMessage(), notOurs);
        }
    }

    /// A keyset with one new key, as the text of a key file.
    static String newKeys() {
        return text(build(KeysetHandle.newBuilder().addEntry(newEntry().makePrimary())));
    }

    /// The keyset, as the text of a key file.
    String keys() {
        return text(keyset);
    }

    /// The names of all keys, oldest first: eight hexadecimal digits, as at the beginning of what they sealed.
    List<String> names() {
        return names;
    }

    /// The name of the key that seals.
    String primary() {
        return name(keyset.getPrimary().getId());
    }

    /// Whether the key that sealed this is among them. Any bytes will do.
    boolean knows(byte[] sealed) {
        return sealed.length > NAMED && names.contains(HexFormat.of().formatHex(sealed, 1, NAMED));
    }

    /// With one more key, which only opens.
    TinkVault withNewKey() {
        return new TinkVault(text(build(KeysetHandle.newBuilder(keyset).addEntry(newEntry()))));
    }

    /// With the newest key as the one that seals.
    TinkVault withNewestAsPrimary() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(builder.size() - 1).makePrimary();
        return new TinkVault(text(build(builder)));
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(UTF_8));
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException("cannot seal " + context, bug);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(UTF_8));
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(
                    "cannot open %s: tampered with, sealed elsewhere, or its key is gone".formatted(context), refused);
        }
    }

    private static String name(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    private static KeysetHandle.Builder.Entry newEntry() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId();
    }

    private static KeysetHandle build(KeysetHandle.Builder builder) {
        try {
            return builder.setConfiguration(CONFIGURATION).build();
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException("Tink cannot make an AES-256-GCM key", bug);
        }
    }

    private static Configuration aeadOnly() {
        try {
            AeadConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException("Tink cannot register AEAD", bug);
        }
    }

    private static String text(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, CONFIGURATION, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException bug) {
            throw new IllegalStateException("Tink cannot write its own keyset", bug);
        }
    }
}
