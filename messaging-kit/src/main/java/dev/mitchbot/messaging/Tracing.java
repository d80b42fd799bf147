package dev.mitchbot.messaging;

import dev.mitchbot.contracts.wire.CloudEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** One span for each message of a batch, as a child of the span that published the message. */
@Singleton
final class Tracing {
    private final Tracer tracer;

    Tracing(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.mitchbot.messaging");
    }

    Batch batch() {
        return new Batch();
    }

    /** The spans of the messages that share a transaction. */
    final class Batch {
        private final List<Span> spans = new ArrayList<>();

        /** Starts the message's span; returns what its effects carry on, or an empty string where nothing is traced. */
        String start(Message message) {
            if (message.event().traceparent().isEmpty()) {
                return "";
            }
            Span span = tracer.spanBuilder(message.event().type())
                    .setSpanKind(SpanKind.CONSUMER)
                    .setParent(W3CTraceContextPropagator.getInstance()
                            .extract(Context.root(), message.event(), TraceparentGetter.INSTANCE))
                    .setAttribute("messaging.system", "kafka")
                    .setAttribute("messaging.message.id", message.event().id())
                    .setAttribute("mitchbot.interaction", message.event().correlationId())
                    .startSpan();
            spans.add(span);
            return traceparent(span.getSpanContext());
        }

        void end(Throwable failure) {
            for (Span span : spans) {
                if (failure != null) {
                    span.recordException(failure).setStatus(StatusCode.ERROR);
                }
                span.end();
            }
            spans.clear();
        }
    }

    private static String traceparent(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : "";
    }

    private enum TraceparentGetter implements TextMapGetter<CloudEvent> {
        INSTANCE;

        @Override
        public Iterable<String> keys(CloudEvent event) {
            return List.of(CloudEvent.TRACEPARENT);
        }

        @Override
        public String get(CloudEvent event, String key) {
            return CloudEvent.TRACEPARENT.equals(key) ? event.traceparent() : null;
        }
    }
}
