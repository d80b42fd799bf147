package dev.mitchbot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitchbot.contracts.wire.CloudEvent;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PUBLISHING_SPAN = "00f067aa0ba902b7";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = new Tracing(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build());

    @Test
    void goesOnWithTheTraceOfWhoeverPublishedTheMessage() {
        var batch = tracing.batch();
        String carriedOn = batch.start(message("00-" + TRACE + "-" + PUBLISHING_SPAN + "-01"));
        batch.end(null);

        SpanData span = spans.getFinishedSpanItems().getFirst();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(PUBLISHING_SPAN);
        assertThat(span.getAttributes().asMap().toString()).contains("mitchbot.interaction=4711");
        assertThat(carriedOn).isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
    }

    @Test
    void tracesNothingThatNobodyTraces() {
        var batch = tracing.batch();
        assertThat(batch.start(message(""))).isEmpty();
        batch.end(null);
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void marksWhatFailed() {
        var batch = tracing.batch();
        batch.start(message("00-" + TRACE + "-" + PUBLISHING_SPAN + "-01"));
        batch.end(new IllegalStateException("no"));
        assertThat(spans.getFinishedSpanItems().getFirst().getStatus().getStatusCode())
                .isEqualTo(StatusCode.ERROR);
    }

    private static Message message(String traceparent) {
        var event = new CloudEvent("4711", "economy.give.v1", "gateway-bot", Instant.EPOCH, "4711", traceparent);
        return new Message(event, 1, "body", 0, Optional.empty());
    }
}
