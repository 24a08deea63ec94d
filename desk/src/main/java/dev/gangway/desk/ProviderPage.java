package dev.gangway.desk;

import dev.gangway.openapi.Api.Tolerated;
import dev.gangway.provider.Provider;
import dev.gangway.provider.ProviderVersion;
import java.util.List;

/// A provider, where its documents came from, and what they had to be forgiven.
record ProviderPage(Provider provider, List<ProviderVersion> versions, List<Tolerated> tolerated) {}
