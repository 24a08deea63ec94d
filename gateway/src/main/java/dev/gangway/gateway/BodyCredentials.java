package dev.gangway.gateway;

import static dev.gangway.base.ErrorCode.CREDENTIALS_REFUSED;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/// Credentials that live in JSON bodies: none of the caller's passes, ours are put in front. Pure.
final class BodyCredentials {
    private BodyCredentials() {}

    /// Refuses a body that carries credentials, or may carry them: in what we cannot read, a more forgiving upstream
    /// might find some.
    ///
    /// @throws ProblemException CREDENTIALS_REFUSED naming the member
    static void refuse(byte[] body, Set<String> names) {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_NULL && names.contains(name)) {
                    throw new ProblemException(
                            CREDENTIALS_REFUSED, "the body carries " + name + "; the connection fills it in");
                }
                parser.skipChildren();
            }
        } catch (IOException unreadable) {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            if (text.contains("\\u") || names.stream().anyMatch(text::contains)) {
                throw new ProblemException(CREDENTIALS_REFUSED, "the body is no JSON, and may carry credentials");
            }
        }
    }

    /// The body with our members first; every byte of the caller's stays as it is.
    static byte[] inject(byte[] body, Map<String, String> members) {
        int brace = 0;
        while (brace < body.length && Character.isWhitespace(body[brace])) {
            brace++;
        }
        if (members.isEmpty() || brace == body.length || body[brace] != '{') {
            return body;
        }
        String ours = Json.text(Json.MAPPER.valueToTree(members)); // {"client_id":"…"}
        boolean empty = isEmptyObject(body, brace);
        byte[] head = (ours.substring(0, ours.length() - 1) + (empty ? "" : ",")).getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + body.length - brace - 1];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, brace + 1, whole, head.length, body.length - brace - 1);
        return whole;
    }

    private static boolean isEmptyObject(byte[] body, int brace) {
        int next = brace + 1;
        while (next < body.length && Character.isWhitespace(body[next])) {
            next++;
        }
        return next < body.length && body[next] == '}';
    }
}
