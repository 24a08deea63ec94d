package dev.gangway.provider;

import dev.gangway.openapi.SecurityScheme;
import dev.gangway.openapi.Server;
import java.time.Instant;
import java.util.List;

/// A provider as its newest document describes it.
///
/// @param name what this installation calls it: lower-case letters, digits and hyphens, such as `plaid`
/// @param version which import this is, counted from 1
/// @param title text
/// @param documentVersion what the document calls its version, as text
/// @param specification such as `OpenAPI 3.0.0`
/// @param description sanitised HTML; may be empty
/// @param logo an https URL; may be empty
/// @param source where the document came from: a URL, or a file's name
/// @param builtIn whether it is one of our own two documents, which come and go with the release
/// @param servers in the document's order; the first is the provider's own choice
/// @param schemes every credential that some operation may need
/// @param operations how many
/// @param tolerated in how many places the document had to be passed over or mended
public record Provider(
        String name,
        int version,
        String title,
        String documentVersion,
        String specification,
        String description,
        String logo,
        String source,
        boolean builtIn,
        List<Server> servers,
        List<SecurityScheme> schemes,
        int operations,
        int tolerated,
        Instant importedAt) {}
