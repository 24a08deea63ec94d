package dev.gangway.partner;

import java.util.List;
import java.util.Set;

/// The products' names on the wire, as Plaid's API (version 2020-09-14) spells them.
final class Products {
    static final Set<String> KNOWN = Set.of(
            "assets",
            "auth",
            "balance",
            "balance_plus",
            "beacon",
            "cra_base_report",
            "cra_cashflow_insights",
            "cra_income_insights",
            "cra_lend_score",
            "cra_monitoring",
            "cra_network_insights",
            "cra_partner_insights",
            "cra_plaid_credit_score",
            "credit_details",
            "employment",
            "identity",
            "identity_match",
            "identity_verification",
            "income",
            "income_verification",
            "investments",
            "investments_auth",
            "layer",
            "liabilities",
            "pay_by_bank",
            "payment_initiation",
            "processor_identity",
            "processor_payments",
            "profile",
            "protect_linked_bank",
            "protect_transactions",
            "recurring_transactions",
            "signal",
            "standing_orders",
            "statements",
            "transactions",
            "transactions_refresh",
            "transfer");

    /// What a new partner may enable.
    static final List<String> DEFAULT =
            List.of("transactions", "auth", "identity", "assets", "liabilities", "investments", "cra_base_report");

    private Products() {}
}
