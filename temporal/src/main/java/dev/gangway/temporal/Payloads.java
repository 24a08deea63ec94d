package dev.gangway.temporal;

import dev.gangway.base.Json;
import dev.gangway.storage.Vault;
import io.temporal.common.converter.ByteArrayPayloadConverter;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.converter.NullPayloadConverter;
import java.util.List;

/// How values are written into histories: as everywhere here.
final class Payloads {
    private Payloads() {}

    static DataConverter json() {
        return new DefaultDataConverter(
                new NullPayloadConverter(),
                new ByteArrayPayloadConverter(),
                new JacksonJsonPayloadConverter(Json.MAPPER));
    }

    /// The same, sealed; what was written without is read all the same.
    static DataConverter sealed(Vault vault) {
        return new CodecDataConverter(json(), List.of(new SealingCodec(vault)), true);
    }
}
