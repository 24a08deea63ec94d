package dev.gangway.snippet;

import dev.gangway.openapi.OperationModel.Place;

/// Which parameter: the same name may stand for different values in the path and in the query.
public record At(Place place, String name) {}
