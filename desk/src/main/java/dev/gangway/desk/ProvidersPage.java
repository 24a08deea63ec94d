package dev.gangway.desk;

import dev.gangway.provider.ImportJob;
import dev.gangway.provider.Provider;
import java.util.List;

/// All providers, and how the latest imports went.
record ProvidersPage(List<Provider> providers, List<ImportJob> imports) {}
