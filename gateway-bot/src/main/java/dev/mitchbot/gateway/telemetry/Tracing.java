package dev.mitchbot.gateway.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Follows an interaction from its receipt through Kafka to its answer. */
@ApplicationScoped
public class Tracing {
    private static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;

    Tracing(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("dev.mitchbot.gateway");
    }

    /** The span of an interaction; it ends when nothing more is expected. */
    public Span received(String name, long interactionId) {
        return tracer.spanBuilder(name)
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("mitchbot.interaction.id", Long.toUnsignedString(interactionId))
                .startSpan();
    }

    public Span publishing(Span parent, String topic) {
        return tracer.spanBuilder(topic + " publish")
                .setParent(Context.root().with(parent))
                .setSpanKind(SpanKind.PRODUCER)
                .startSpan();
    }

    /** A span in the trace that a message carries. */
    public Span continued(String name, String traceparent) {
        return tracer.spanBuilder(name)
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, Carried.GETTER))
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
    }

    /** The header value that continues the span, empty where nothing is traced. */
    public static String traceparent(Span span) {
        SpanContext context = span.getSpanContext();
        if (!context.isValid()) {
            return "";
        }
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    /** Reads the one header that there is. */
    private enum Carried implements TextMapGetter<String> {
        GETTER;

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(TRACEPARENT);
        }

        @Override
        public String get(String carrier, String key) {
            return TRACEPARENT.equals(key) && carrier != null && !carrier.isEmpty() ? carrier : null;
        }
    }
}
