package dev.mitchbot.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What one instance of a service counts, from its {@code /q/metrics}. */
record Meters(String url) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The sum of a metric's lines that hold this label, for example {@code outcome="decided"}; of all with an empty one. */
    double sum(String metric, String label) {
        return read().lines()
                .filter(line -> line.split("[{ ]", 2)[0].equals(metric) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String read() {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/q/metrics"))
                    .timeout(PATIENCE)
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the metrics of " + url, e);
        }
    }
}
