package dev.gangway.customer;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the unique indexes of `customer.end_customer` refuse, as a business rule.
final class UniqueIndexes {
    private UniqueIndexes() {}

    /// Runs a statement that may meet a unique index. The transaction is aborted when it does.
    ///
    /// @throws RefusedException CUSTOMER_ALREADY_CREATED or REFERENCE_TAKEN
    static void guard(Runnable statement) {
        try {
            statement.run();
        } catch (UnableToExecuteStatementException failed) {
            switch (violated(failed)) {
                case "end_customer_application" -> throw new RefusedException(Refusal.CUSTOMER_ALREADY_CREATED);
                case "end_customer_reference" -> throw new RefusedException(Refusal.REFERENCE_TAKEN);
                default -> throw failed;
            }
        }
    }

    private static String violated(UnableToExecuteStatementException failed) {
        if (failed.getCause() instanceof PSQLException cause) {
            ServerErrorMessage message = cause.getServerErrorMessage();
            return message == null ? "" : String.valueOf(message.getConstraint());
        }
        return "";
    }
}
