package dev.mitchbot.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;

/** Two dashboards before two of each service. The pictures of the documentation are made here. */
@Order(SharedBot.BEFORE)
class DashboardE2E {
    @TempDir
    private static Path folder;

    private static Dashboard dashboard;

    @BeforeAll
    static void start() {
        dashboard = Dashboard.start(folder);
    }

    @AfterAll
    static void stop() {
        if (dashboard != null) {
            dashboard.close();
        }
    }

    @Nested
    class LogIns extends LogInSuite {
        LogIns() {
            super(dashboard);
        }
    }

    @Nested
    class Economy extends EconomyPagesSuite {
        Economy() {
            super(dashboard);
        }
    }

    @Nested
    class Games extends GamePagesSuite {
        Games() {
            super(dashboard);
        }
    }

    @Nested
    class Cases extends CasePagesSuite {
        Cases() {
            super(dashboard);
        }
    }

    @Nested
    class EveryPage extends AnyPageSuite {
        EveryPage() {
            super(dashboard);
        }
    }
}
