package dev.mitchbot.e2e;

import dev.mitchbot.e2e.SharedBot.Instances;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two dashboards before two of each service. The pictures of the documentation are made here. */
@Order(SharedBot.FIRST_OF_TWO)
@ExtendWith(SharedBot.class)
@ResourceLock(SideBySide.EVERY_PROCESS)
class DashboardE2E {
    private static Dashboard dashboard;

    @BeforeAll
    static void start(@Instances(2) RunningBot bot) {
        dashboard = Dashboard.of(bot);
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
    class Names extends NamePagesSuite {
        Names() {
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
