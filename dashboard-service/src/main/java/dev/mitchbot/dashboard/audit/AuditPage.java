package dev.mitchbot.dashboard.audit;

import dev.mitchbot.dashboard.members.Known;
import dev.mitchbot.dashboard.members.Member;
import dev.mitchbot.dashboard.members.Members;
import dev.mitchbot.dashboard.members.Sought;
import dev.mitchbot.dashboard.pages.Asked;
import dev.mitchbot.dashboard.pages.Coins;
import dev.mitchbot.dashboard.pages.Frame;
import dev.mitchbot.dashboard.pages.Frames;
import dev.mitchbot.dashboard.pages.Times;
import dev.mitchbot.messaging.rest.Cursor;
import dev.mitchbot.messaging.rest.ForManagers;
import dev.mitchbot.messaging.rest.Problem;
import dev.mitchbot.messaging.rest.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestMulti;

/** Who has changed what in a guild. */
@Path("/guilds/{guildId}")
@ForManagers
public class AuditPage {
    private static final String EXPORTED = Coins.shown(AuditFile.ENTRIES_MAX);

    private final AuditTrail trail;
    private final AuditFile file;
    private final Members members;
    private final Frames frames;

    AuditPage(AuditTrail trail, AuditFile file, Members members, Frames frames) {
        this.trail = trail;
        this.file = file;
        this.members = members;
        this.frames = frames;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(
                Frame frame, List<Row> rows, String next, Asked asked, Map<String, String> errors, String exported);
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
    @Path("audit")
    public Uni<Response> show(
            @PathParam("guildId") String guildId,
            @QueryParam("member") String member,
            @QueryParam("cursor") String cursor) {
        Asked asked = Asked.from(cursor).by("member", member);
        return frames.inGuild(guildId, "audit")
                .flatMap(frame -> members.sought(guildId, asked.filter("member"))
                        .flatMap(sought -> show(guildId, frame, asked, sought)));
    }

    private Uni<Response> show(String guildId, Frame frame, Asked asked, Sought sought) {
        if (sought.id().filter(AuditPage::isOneOrNobody).isEmpty()) {
            return Uni.createFrom()
                    .item(Frames.page(400, Templates.audit(frame, List.of(), "", asked, sought.errors(), EXPORTED)));
        }
        return trail.of(Long.parseUnsignedLong(guildId), member(sought), before(asked.cursor()))
                .flatMap(page ->
                        trail.thoseIn(page.items(), guildId).map(known -> page.map(entry -> Row.of(entry, known))))
                .map(page -> Frames.page(
                        200, Templates.audit(frame, page.items(), page.next().orElse(""), asked, Map.of(), EXPORTED)));
    }

    /** The newest entries as a file. What fails before its beginning is a page, what fails later breaks it off. */
    @GET
    @Path("audit.csv")
    @Produces("text/csv; charset=UTF-8")
    public RestMulti<String> export(@PathParam("guildId") String guildId) {
        return RestMulti.fromMultiData(file.of(guildId))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-" + guildId + ".csv\"")
                .build();
    }

    private static boolean isOneOrNobody(String id) {
        return id.matches("[0-9]{0,19}");
    }

    private static Optional<Long> member(Sought sought) {
        return sought.id().filter(id -> !id.isEmpty()).map(Long::parseUnsignedLong);
    }

    private static long before(String cursor) {
        try {
            return cursor.isEmpty() ? Long.MAX_VALUE : Cursor.decode(cursor, 1).key()[0];
        } catch (IllegalArgumentException _) {
            throw new ProblemException(Problem.of(400, "Invalid address", "cursor " + Cursor.FORM + "."));
        }
    }
}
