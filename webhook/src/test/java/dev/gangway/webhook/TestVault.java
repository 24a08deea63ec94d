package dev.gangway.webhook;

import dev.gangway.storage.Vault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Seals so that a test can tell sealed from plain, and a wrong context from the right one. Not a secret keeper.
final class TestVault implements Vault {
    @Override
    public byte[] seal(byte[] plain, String context) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(context.getBytes(StandardCharsets.UTF_8));
        for (byte each : plain) {
            sealed.write(each ^ 0x5a);
        }
        return sealed.toByteArray();
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        byte[] prefix = context.getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(prefix, Arrays.copyOf(sealed, prefix.length))) {
            throw new IllegalStateException("sealed for another context");
        }
        byte[] plain = Arrays.copyOfRange(sealed, prefix.length, sealed.length);
        for (int at = 0; at < plain.length; at++) {
            plain[at] ^= 0x5a;
        }
        return plain;
    }
}
