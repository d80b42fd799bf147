package dev.mitchbot.economy.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mitchbot.economy.ledger.Reason;
import dev.mitchbot.economy.store.Journal;
import dev.mitchbot.economy.store.Reports;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.rest.ForManagers;
import dev.mitchbot.messaging.rest.Page;
import dev.mitchbot.messaging.rest.Query;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A guild's books: who has what, and how it came to that. */
@Path("/api/v1/guilds/{guildId}")
@Produces(MediaType.APPLICATION_JSON)
@ForManagers
@Tag(name = "Books")
public class BooksResource {
    private final Reports reports;
    private final Journal journal;
    private final UriInfo address;

    BooksResource(Reports reports, Journal journal, UriInfo address) {
        this.reports = reports;
        this.journal = journal;
        this.address = address;
    }

    /** A member's wallet. */
    public record Wallet(String userId, long balance) {
        static Wallet of(Reports.Wallet wallet) {
            return new Wallet(Long.toUnsignedString(wallet.userId()), wallet.balance());
        }
    }

    /** @param rank the wallet's place when the page was made, 1 for the richest; counted on from the page before */
    public record Standing(long rank, String userId, long balance) {
        static Standing of(Reports.Standing standing) {
            Wallet wallet = Wallet.of(standing.wallet());
            return new Standing(standing.rank(), wallet.userId(), wallet.balance());
        }
    }

    /**
     * A line of the journal.
     *
     * @param transaction the number of its movement's first line; a movement's lines sum to zero
     * @param accountId a member's Discord id, or 1 to 4 for the guild's mint, house, escrow and shop
     * @param messageId what caused it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Line(
            long number,
            long transaction,
            String accountId,
            long amount,
            long balanceAfter,
            String reason,
            Optional<String> counterparty,
            Optional<String> actorId,
            Optional<String> note,
            String messageId,
            Instant at) {
        static Line of(Journal.Line line) {
            return new Line(
                    line.number(),
                    line.transaction(),
                    Long.toUnsignedString(line.accountId()),
                    line.amount(),
                    line.balanceAfter(),
                    line.reason(),
                    line.counterparty().map(Long::toUnsignedString),
                    line.actorId().map(Long::toUnsignedString),
                    line.note(),
                    line.messageId(),
                    line.at());
        }
    }

    /** Every wallet, in the order of the members' ids. */
    @GET
    @Path("wallets")
    @Operation(summary = "Wallets by member's id")
    public Uni<Page<Wallet>> wallets(
            @PathParam("guildId") long guildId,
            @QueryParam("member") String member,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var query = Query.of(address);
        Optional<Long> wanted = query.snowflake("member", member);
        int most = query.limit(limit);
        Optional<Cursor> after = query.cursor(cursor, 1);
        query.requireValid();
        return wanted.map(one -> reports.wallet(guildId, one, after))
                .orElseGet(() -> reports.wallets(guildId, after, most + 1))
                .map(found -> Page.of(found, most, wallet -> new Cursor(wallet.userId())))
                .map(page -> page.map(Wallet::of));
    }

    /** The wallets that hold anything, the richest first. */
    @GET
    @Path("leaderboard")
    @Operation(summary = "Wallets that hold anything, the richest first")
    public Uni<Page<Standing>> leaderboard(
            @PathParam("guildId") long guildId,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var query = Query.of(address);
        int most = query.limit(limit);
        Optional<Cursor> after = query.cursor(cursor, Reports.Standing.CURSOR_LENGTH);
        query.requireValid();
        return reports.standings(guildId, after, most + 1)
                .map(found -> Page.of(found, most, Reports.Standing::cursor))
                .map(page -> page.map(Standing::of));
    }

    /**
     * The journal, newest first.
     *
     * @param from the earliest time, included
     * @param to the latest time, not included
     */
    @GET
    @Path("ledger")
    @Operation(
            summary = "The journal, newest first",
            description = "A page may have fewer items than asked for, even none, while `next` leads on.")
    public Uni<Page<Line>> ledger(
            @PathParam("guildId") long guildId,
            @QueryParam("member") String member,
            @QueryParam("reason") String reason,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var query = Query.of(address);
        var filter = new Journal.Filter(
                query.snowflake("member", member),
                query.oneOf("reason", reason, Reason.class),
                query.instant("from", from),
                query.instant("to", to));
        int most = query.limit(limit);
        Optional<Cursor> after = query.cursor(cursor, 1);
        query.requireValid();
        return journal.find(guildId, filter, after, most + 1)
                .map(found -> Page.of(found.lines(), most, line -> new Cursor(line.number()), found.stopped()))
                .map(page -> page.map(Line::of));
    }
}
