package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which values are to be masked, as far as a document and the names in it tell. A document has the last word
/// (`x-gangway-secret`); otherwise it is the format `password`, or a name that ends in what secrets and account
/// numbers are called.
final class SecretNames {
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final Set<String> LAST_WORD = Set.of(
            "secret",
            "secrets",
            "token",
            "tokens",
            "password",
            "passphrase",
            "passcode",
            "credential",
            "ssn",
            "pin",
            "cvv",
            "cvc",
            "iban",
            "routing",
            "apikey",
            "authorization");
    private static final Set<String> LAST_TWO = Set.of(
            "account number",
            "routing number",
            "card number",
            "tax id",
            "id number",
            "api key",
            "private key",
            "access key",
            "secret key",
            "signing key",
            "sort code",
            "security number");

    private SecretNames() {}

    /// @param inherited whether it is part of what holds secrets
    static boolean isSecret(JsonNode schema, String name, Row.Type type, boolean inherited, boolean listed) {
        JsonNode said = schema.path("x-gangway-secret");
        if (said.isBoolean()) {
            return said.asBoolean();
        }
        return switch (type) {
            case STRING, INTEGER, NUMBER, ANY ->
                !listed && (inherited || isPassword(schema) || isName(name) || isAccount(name, type));
            case FILE, OBJECT, MAP, ARRAY, ONE_OF, ANY_OF, BOOLEAN, NULL -> false;
        };
    }

    /// Whether the elements, map values or alternatives of a member of this name are secrets; and the members,
    /// where that is all that it can mean.
    static boolean holdsSecrets(String name, boolean inherited) {
        return inherited || isName(name);
    }

    /// Whether a credential is one that must not be seen: a version or a client's own name may be.
    static boolean isSecretCredential(JsonNode scheme, String name, String parameter) {
        JsonNode said = scheme.path("x-gangway-secret");
        return said.isBoolean()
                ? said.asBoolean()
                : !words(name).endsWith("version") && !words(parameter).endsWith("version");
    }

    private static boolean isPassword(JsonNode schema) {
        return schema.path("format").asText().equals("password");
    }

    private static boolean isAccount(String name, Row.Type type) {
        return type == Row.Type.STRING && name.equals("account");
    }

    private static boolean isName(String name) {
        List<String> words = List.of(words(name).split(" ", -1));
        int last = words.size() - 1;
        return LAST_WORD.contains(words.get(last))
                || (last > 0 && LAST_TWO.contains(words.get(last - 1) + " " + words.get(last)));
    }

    private static String words(String name) {
        return WORDS.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
