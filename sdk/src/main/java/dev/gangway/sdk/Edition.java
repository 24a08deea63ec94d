package dev.gangway.sdk;

import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.SecurityScheme;
import java.util.List;
import java.util.function.Supplier;

/// A provider as its libraries are made from it.
///
/// @param provider its name, such as `plaid`
/// @param number counts its documents; the same number means the same operations
/// @param title what people call it
/// @param operations asked only when a library is made
public record Edition(
        String provider,
        int number,
        String title,
        List<SecurityScheme> schemes,
        Supplier<List<OperationModel>> operations) {

    /// The version of the libraries, in three numbers as npm and Maven have it.
    String version() {
        return "1." + number + ".0";
    }
}
