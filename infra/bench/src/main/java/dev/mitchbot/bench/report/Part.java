package dev.mitchbot.bench.report;

import java.util.List;

/**
 * What one part of a run has measured.
 *
 * @param name as {@code --only} takes it
 * @param notes what the figures can't say: settings that were checked, what used the processors
 */
public record Part(String name, String title, Surroundings surroundings, List<Figure> figures, List<String> notes) {
    public double value(String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(Figure::value)
                .orElse(0.0);
    }
}
