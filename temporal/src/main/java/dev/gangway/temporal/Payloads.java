package dev.gangway.temporal;

import dev.gangway.base.Json;
import io.temporal.common.converter.ByteArrayPayloadConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.converter.NullPayloadConverter;

/// How values are written into histories: as everywhere here.
final class Payloads {
    private Payloads() {}

    static DataConverter json() {
        return new DefaultDataConverter(
                new NullPayloadConverter(),
                new ByteArrayPayloadConverter(),
                new JacksonJsonPayloadConverter(Json.MAPPER));
    }
}
