package dev.mitchbot.economy.audit;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Adds up all books and tells what does not agree, as the view {@code ledger_faults} does to whoever has a SQL prompt. */
@Singleton
public class LedgerAudit {
    private static final String FAULTS = "select guild_id, fault from ledger_faults limit ?";

    private final DataSource database;
    private final AuditConfig config;

    LedgerAudit(DataSource database, AuditConfig config) {
        this.database = database;
        this.config = config;
    }

    /** One line a fault, the guild's id first; empty as long as the books are right. */
    public List<String> faults() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(FAULTS)) {
            query.setQueryTimeout((int) config.timeout().toSeconds());
            query.setInt(1, config.faultsMax());
            List<String> faults = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    faults.add(rows.getLong(1) + ": " + rows.getString(2));
                }
            }
            return faults;
        }
    }
}
