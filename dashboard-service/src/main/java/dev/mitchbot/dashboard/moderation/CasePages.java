package dev.mitchbot.dashboard.moderation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mitchbot.dashboard.login.Visitor;
import dev.mitchbot.dashboard.members.Known;
import dev.mitchbot.dashboard.members.Members;
import dev.mitchbot.dashboard.members.Sought;
import dev.mitchbot.dashboard.pages.Asked;
import dev.mitchbot.dashboard.pages.Choice;
import dev.mitchbot.dashboard.pages.Frame;
import dev.mitchbot.dashboard.pages.Frames;
import dev.mitchbot.dashboard.pages.Hidden;
import dev.mitchbot.dashboard.services.Answer;
import dev.mitchbot.dashboard.services.Part;
import dev.mitchbot.messaging.rest.ForManagers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A guild's case log, and a case's reason, which may be changed. */
@Path("/guilds/{guildId}/cases")
@ForManagers
public class CasePages {
    private static final String SERVICE = "moderation";
    private static final String TAB = "cases";
    private static final String ONE = "{number: [0-9]{1,18}}";
    private static final String REASON = "reason";
    private static final String UNKNOWN = Answer.unknown(SERVICE);
    private static final String SENT_BEFORE =
            "This form was sent before. Save again if your reason is to replace the one that counts now.";
    private static final String CHANGED_MEANWHILE =
            "This case has changed meanwhile; your reason was not saved. Save again if it is to replace the one that counts now.";

    private final ModerationApi moderation;
    private final Members members;
    private final Frames frames;
    private final Visitor visitor;

    CasePages(@RestClient ModerationApi moderation, Members members, Frames frames, Visitor visitor) {
        this.moderation = moderation;
        this.members = members;
        this.frames = frames;
        this.visitor = visitor;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance cases(
                Frame frame,
                Part<Case> cases,
                Asked asked,
                Map<String, String> errors,
                List<Choice> kinds,
                List<Choice> states);

        static native TemplateInstance one(Frame frame, Case one, ReasonForm form);

        /** The form alone: the case itself cannot be had. */
        static native TemplateInstance again(Frame frame, long number, ReasonForm form);
    }

    @GET
    public Uni<Response> cases(
            @PathParam("guildId") String guildId,
            @QueryParam("user") String user,
            @QueryParam("kind") String kind,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor) {
        Asked asked = Asked.from(cursor).by("user", user).by("kind", kind).by("state", state);
        return frames.inGuild(guildId, TAB)
                .flatMap(frame -> members.sought(guildId, asked.filter("user"))
                        .flatMap(sought -> cases(guildId, frame, asked, sought)));
    }

    private Uni<Response> cases(String guildId, Frame frame, Asked asked, Sought sought) {
        return Answer.of(
                        SERVICE,
                        moderation.cases(
                                visitor.bearer(),
                                guildId,
                                Asked.orNull(sought.parameter()),
                                Asked.orNull(asked.filter("kind")),
                                Asked.orNull(asked.filter("state")),
                                Asked.orNull(asked.cursor())))
                .flatMap(answer -> thoseIn(answer, guildId)
                        .map(known -> Frames.page(
                                answer.status(),
                                Templates.cases(
                                        frame,
                                        Part.of(answer.body(), one -> Case.of(one, known)),
                                        asked,
                                        sought.errors(answer.errors(), "user"),
                                        Case.KINDS,
                                        Case.STATES))));
    }

    private Uni<Known> thoseIn(Answer answer, String guildId) {
        return members.in(answer.body(), guildId, "userId", "moderatorId");
    }

    @GET
    @Path(ONE)
    public Uni<Response> one(
            @PathParam("guildId") String guildId, @PathParam("number") long number, @QueryParam("saved") String saved) {
        String notice = saved == null ? "" : "Saved.";
        return show(guildId, number, 200, (one, version) -> ReasonForm.of(one, version, notice));
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> change(
            @PathParam("guildId") String guildId,
            @PathParam("number") long number,
            MultivaluedMap<String, String> form) {
        Hidden sent = Hidden.of(form);
        String reason = Optional.ofNullable(form.getFirst(REASON)).orElse("").replaceAll("\\R", " ");
        String body = JsonNodeFactory.instance.objectNode().put(REASON, reason).toString();
        return Answer.ofChange(
                        SERVICE, moderation.change(visitor.bearer(), guildId, number, sent.version(), sent.key(), body))
                .flatMap(answer -> answer.map(given -> changed(guildId, number, reason, sent, given))
                        .orElseGet(() -> again(guildId, number, new ReasonForm(reason, sent, "", "", UNKNOWN))));
    }

    private Uni<Response> changed(String guildId, long number, String reason, Hidden sent, Answer answer) {
        return switch (answer.status()) {
            case 200 -> saved(guildId, number);
            case 400 -> {
                String error = answer.errors().getOrDefault(REASON, "");
                yield show(guildId, number, 400, (one, _) -> ReasonForm.invalid(reason, sent, error));
            }
            case 409 -> refused(guildId, number, 409, reason, SENT_BEFORE);
            default -> refused(guildId, number, 412, reason, CHANGED_MEANWHILE);
        };
    }

    private Uni<Response> again(String guildId, long number, ReasonForm form) {
        return frames.inGuild(guildId, TAB).map(frame -> Frames.page(503, Templates.again(frame, number, form)));
    }

    private Uni<Response> refused(String guildId, long number, int status, String reason, String trouble) {
        return show(guildId, number, status, (_, version) -> ReasonForm.refused(reason, version, trouble));
    }

    private Uni<Response> show(String guildId, long number, int status, BiFunction<Case, String, ReasonForm> form) {
        return frames.inGuild(guildId, TAB)
                .flatMap(frame -> Answer.of(SERVICE, moderation.one(visitor.bearer(), guildId, number))
                        .flatMap(now -> thoseIn(now, guildId).map(known -> {
                            Case one = Case.of(now.body(), known);
                            return Frames.page(status, Templates.one(frame, one, form.apply(one, now.etag())));
                        })));
    }

    private static Uni<Response> saved(String guildId, long number) {
        return Uni.createFrom()
                .item(Response.seeOther(URI.create("/guilds/" + guildId + "/cases/" + number + "?saved=yes"))
                        .build());
    }
}
