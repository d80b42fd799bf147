package dev.mitchbot.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;

/** Two dashboards before the running bot. The pictures of the documentation are made here. */
@Order(SharedBot.BEFORE)
class DashboardE2E {
    @TempDir
    private static Path folder;

    private static Dashboard dashboard;
    private static Guild guild;

    @BeforeAll
    static void start() {
        dashboard = Dashboard.start(folder);
        guild = dashboard.guild();
    }

    @AfterAll
    static void stop() {
        if (dashboard != null) {
            dashboard.close();
        }
    }

    @Nested
    class LogIns extends LogInSuite {
        @Override
        Dashboard dashboard() {
            return dashboard;
        }

        @Override
        Guild guild() {
            return guild;
        }
    }

    @Nested
    class Economy extends EconomyPagesSuite {
        @Override
        Dashboard dashboard() {
            return dashboard;
        }

        @Override
        Guild guild() {
            return guild;
        }
    }

    @Nested
    class Games extends GamePagesSuite {
        @Override
        Dashboard dashboard() {
            return dashboard;
        }

        @Override
        Guild guild() {
            return guild;
        }
    }

    @Nested
    class Cases extends CasePagesSuite {
        @Override
        Dashboard dashboard() {
            return dashboard;
        }

        @Override
        Guild guild() {
            return guild;
        }
    }

    @Nested
    class EveryPage extends AnyPageSuite {
        @Override
        Dashboard dashboard() {
            return dashboard;
        }

        @Override
        Guild guild() {
            return guild;
        }
    }
}
