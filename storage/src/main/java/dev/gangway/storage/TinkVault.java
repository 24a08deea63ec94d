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

/// A vault on Google Tink: a keyset of AES-256-GCM keys; the context is the associated data; the first five bytes
/// of a sealed value name its key. Immutable.
final class TinkVault implements Vault {
    private static final Configuration CONFIGURATION = aeadOnly();

    private final KeysetHandle keyset;
    private final Aead aead;

    /// @param keys what [#keys] or [#newKeys] gave
    /// @throws StorageException when it is anything else
    TinkVault(String keys) {
        try {
            keyset = TinkJsonProtoKeysetFormat.parseKeyset(keys, CONFIGURATION, InsecureSecretKeyAccess.get());
            aead = keyset.getPrimitive(CONFIGURATION, Aead.class);
        } catch (GeneralSecurityException notOurs) {
            throw new StorageException("vault keys: not a Tink keyset for AEAD: " + notOurs.getMessage(), notOurs);
        }
    }

    /// A keyset with one new key, as the text of a key file.
    static String newKeys() {
        return text(withNewPrimary(KeysetHandle.newBuilder()));
    }

    /// The keyset, as the text of a key file.
    String keys() {
        return text(keyset);
    }

    TinkVault withNewPrimary() {
        return new TinkVault(text(withNewPrimary(KeysetHandle.newBuilder(keyset))));
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

    private static KeysetHandle withNewPrimary(KeysetHandle.Builder keyset) {
        try {
            return keyset.setConfiguration(CONFIGURATION)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
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
