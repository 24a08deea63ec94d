package dev.gangway.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// How models are kept: as JSON that is read back into equal records, whatever texts a document had in it.
public final class ModelFormat {
    /// Grows whenever what is kept would be read differently: models of an older format are read anew from their
    /// document.
    public static final int VERSION = 2;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(64 << 20)
                            .maxNameLength(64 << 20)
                            .build())
                    .build())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS) // a record is its components, not its isAnything()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // null in a model is not the null of JSON, which is a value
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
            .build();

    private ModelFormat() {}

    /// A record of this room, as UTF-8.
    public static byte[] bytes(Object model) {
        try {
            return MAPPER.writeValueAsBytes(model);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    /// What [#bytes] was made from.
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }
}
