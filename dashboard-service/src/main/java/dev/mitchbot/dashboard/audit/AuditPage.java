package dev.mitchbot.dashboard.audit;

import dev.mitchbot.dashboard.members.Known;
import dev.mitchbot.dashboard.members.Member;
import dev.mitchbot.dashboard.members.Members;
import dev.mitchbot.dashboard.pages.Asked;
import dev.mitchbot.dashboard.pages.Frame;
import dev.mitchbot.dashboard.pages.Frames;
import dev.mitchbot.dashboard.pages.Times;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.rest.ForManagers;
import dev.mitchbot.messaging.rest.Page;
import dev.mitchbot.messaging.rest.Problem;
import dev.mitchbot.messaging.rest.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** Who has changed what in a guild. */
@Path("/guilds/{guildId}/audit")
@ForManagers
public class AuditPage {
    private final AuditTrail trail;
    private final Members members;
    private final Frames frames;

    AuditPage(AuditTrail trail, Members members, Frames frames) {
        this.trail = trail;
        this.members = members;
        this.frames = frames;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(Frame frame, List<Row> rows, String next, Asked asked);
    }

    public record Row(String at, Member actor, String deed, Member subject, String detail) {
        static Row of(AuditEntry entry, Known known) {
            return new Row(
                    Times.shown(entry.at),
                    known.member(entry.actor()),
                    entry.deed,
                    known.member(entry.subject()),
                    entry.detail);
        }
    }

    @GET
    public Uni<Response> show(@PathParam("guildId") String guildId, @QueryParam("cursor") String cursor) {
        Asked asked = Asked.from(cursor);
        return frames.inGuild(guildId, "audit")
                .flatMap(frame -> trail.of(Long.parseUnsignedLong(guildId), before(asked.cursor()))
                        .flatMap(page -> thoseIn(page, guildId).map(known -> page.map(entry -> Row.of(entry, known))))
                        .map(page -> Frames.page(
                                200,
                                Templates.audit(frame, page.items(), page.next().orElse(""), asked))));
    }

    private Uni<Known> thoseIn(Page<AuditEntry> page, String guildId) {
        return members.of(
                guildId,
                page.items().stream()
                        .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
                        .toList());
    }

    private static long before(String cursor) {
        try {
            return cursor.isEmpty() ? Long.MAX_VALUE : Cursor.decode(cursor, 1).key()[0];
        } catch (IllegalArgumentException _) {
            throw new ProblemException(Problem.of(400, "Invalid address", "cursor " + Cursor.FORM + "."));
        }
    }
}
