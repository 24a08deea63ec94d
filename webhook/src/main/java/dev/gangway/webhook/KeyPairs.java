package dev.gangway.webhook;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.PKCS8EncodedKeySpec;

/// Key pairs on P-256, and the bytes that they are stored as.
final class KeyPairs {
    private static final int COORDINATE_BYTES = 32;

    private KeyPairs() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has P-256", missing);
        }
    }

    /// The private half from PKCS #8, which is how [PrivateKey#getEncoded()] writes it.
    static PrivateKey privateKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a stored signing key is not PKCS #8", broken);
        }
    }

    /// The public point's first coordinate, 32 bytes.
    static byte[] x(KeyPair pair) {
        return fixedLength(point(pair).getAffineX());
    }

    /// The second, likewise.
    static byte[] y(KeyPair pair) {
        return fixedLength(point(pair).getAffineY());
    }

    private static ECPoint point(KeyPair pair) {
        return ((ECPublicKey) pair.getPublic()).getW();
    }

    /// Left-padded with zeros, or rid of the sign byte: one coordinate in 256 is shorter, RFC 7518 wants all 32
    /// bytes.
    private static byte[] fixedLength(BigInteger coordinate) {
        byte[] bytes = coordinate.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }
}
