package dev.mitchbot.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a running bot that they share with other classes, as a start takes as long as many a test. A bot with another
 * number of instances takes the place of the one before: two cores carry one.
 */
final class SharedBot implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedBot.class);

    /** The order of a class that wants the shared bot as it is after its start. */
    static final int FIRST = 1;

    /** The same where there are two of each, to whom the bot that most want gives way. */
    static final int FIRST_OF_TWO = Integer.MAX_VALUE - 1;

    static final int LAST = Integer.MAX_VALUE;

    /** How many instances of each service: two, with their dashboards, or one and no dashboard where nothing is said. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Instances {
        int value();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(RunningBot.class);
    }

    @Override
    public RunningBot resolveParameter(ParameterContext parameter, ExtensionContext context) {
        int instances =
                parameter.findAnnotation(Instances.class).map(Instances::value).orElse(1);
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Current.class, key -> new Current(), Current.class)
                .with(instances);
    }

    private static final class Current implements AutoCloseable {
        private RunningBot bot;
        private int instances;
        private Optional<RuntimeException> noStart = Optional.empty();

        /** What did not start once is not tried by a hundred tests more. */
        synchronized RunningBot with(int wanted) {
            if (noStart.isPresent()) {
                throw noStart.get();
            }
            if (wanted != instances) {
                close();
                bot = started(wanted);
                instances = wanted;
            }
            return bot;
        }

        private RunningBot started(int wanted) {
            try {
                return wanted == 1 ? RunningBot.alone() : RunningBot.twice();
            } catch (RuntimeException e) {
                noStart = Optional.of(e);
                throw e;
            }
        }

        @Override
        public synchronized void close() {
            if (bot != null) {
                bot.close();
                bot = null;
                instances = 0;
            }
        }
    }
}
