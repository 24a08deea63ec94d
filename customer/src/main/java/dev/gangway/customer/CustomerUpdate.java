package dev.gangway.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// What a partner changes of an end customer. Each part is empty when the request does not speak of it.
///
/// @param profile a merge patch of the profile (RFC 7396)
/// @param products the products it is to have; an empty list means all of the partner's
/// @param linkCustomization whether a link customization is asked for
/// @param logo base64 as it came, unchecked; the empty text takes the logo away
public record CustomerUpdate(
        ObjectNode profile,
        Optional<List<String>> products,
        Optional<Boolean> linkCustomization,
        Optional<String> logo) {}
