package dev.gangway.temporal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.gangway.storage.Vault;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.util.List;

/// Seals what goes to Temporal, so that its database and its pages are worth nothing to others. Payloads that
/// were never sealed are taken as they are.
record SealingCodec(Vault vault) implements PayloadCodec {
    private static final String ENCODING = "encoding";
    private static final ByteString SEALED = ByteString.copyFromUtf8("binary/gangway-sealed");
    private static final String CONTEXT = "temporal.payload";

    @Override
    public List<Payload> encode(List<Payload> payloads) {
        return payloads.stream().map(this::sealed).toList();
    }

    private Payload sealed(Payload plain) {
        byte[] data = vault.seal(plain.toByteArray(), CONTEXT);
        return Payload.newBuilder()
                .putMetadata(ENCODING, SEALED)
                .setData(ByteString.copyFrom(data))
                .build();
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
        return payloads.stream().map(this::opened).toList();
    }

    private Payload opened(Payload payload) {
        if (!SEALED.equals(payload.getMetadataMap().get(ENCODING))) {
            return payload;
        }
        try {
            return Payload.parseFrom(vault.open(payload.getData().toByteArray(), CONTEXT));
        } catch (InvalidProtocolBufferException broken) {
            throw new PayloadCodecException(broken);
        }
    }
}
