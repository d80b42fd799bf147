package dev.mitchbot.bench.ledger;

import dev.mitchbot.bench.machine.MeasuredStack;
import dev.mitchbot.infra.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;

/** Fills the economy's empty database with a past, by SQL, as the ledger itself would have left it. */
final class Filling {
    private Filling() {}

    static void fill(Stack stack, Community community) {
        String script = Resources.text("/growth/fill.sql")
                .replace("{guilds}", "" + community.guilds())
                .replace("{guild}", "" + community.guild(0))
                .replace("{apart}", "" + (community.guild(1) - community.guild(0)))
                .replace("{members}", "" + community.members())
                .replace("{member}", "" + community.member(0));
        try (Connection economy = MeasuredStack.economy(stack);
                var statement = economy.createStatement()) {
            statement.execute(script);
            statement.execute("vacuum (analyze) accounts, entries, books");
        } catch (SQLException e) {
            throw new IllegalStateException("the past could not be written", e);
        }
        checkpoint(stack);
    }

    /** What was written before is not to be paid for by what is measured next. */
    private static void checkpoint(Stack stack) {
        try (Connection superuser = MeasuredStack.postgres(stack).connectAsSuperuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
