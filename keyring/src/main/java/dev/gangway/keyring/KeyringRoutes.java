package dev.gangway.keyring;

import static dev.gangway.base.Access.READ;
import static dev.gangway.base.Access.WRITE;

import dev.gangway.base.Actor;
import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.storage.StorageException;
import java.util.List;
import java.util.function.Function;

/// The admin API of the vault's keys. Names and counts alone: a key itself never leaves its file.
record KeyringRoutes(Keyring keyring) implements RouteTable {
    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/vault-keys", "listVaultKeys", READ, this::list),
                new Route("POST", "/api/v1/vault-keys", "prepareVaultKey", WRITE, this::prepare),
                new Route("POST", "/api/v1/vault-keys/rotation", "rotateVaultKey", WRITE, this::rotate));
    }

    private Answer list(Request request) {
        return Answer.ok(new Page<>(keyring.all(), null));
    }

    private Answer prepare(Request request) {
        return changed(request, keyring::prepare);
    }

    private Answer rotate(Request request) {
        return changed(request, keyring::rotate);
    }

    private static Answer changed(Request request, Function<Actor, List<VaultKey>> change) {
        try {
            return Answer.created(new Page<>(change.apply(request.actor()), null));
        } catch (StorageException refused) {
            throw new ProblemException(ErrorCode.STATE_CONFLICT, String.valueOf(refused.getMessage()));
        }
    }
}
