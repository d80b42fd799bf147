package dev.mitchbot.games;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses GAMES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mitchbot.games");

    @Test
    void theRulesKnowNoFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..games.store..", "..games.messaging..", "..games.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "org.hibernate..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile..",
                        "com.fasterxml..",
                        "java.sql..",
                        "dev.mitchbot.messaging..")
                .check(GAMES);
    }

    @Test
    void onlyTheStoreTouchesHibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..games.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                .check(GAMES);
    }

    @Test
    void theFeaturesDoNotCycle() {
        slices().matching("dev.mitchbot.games.(*)..").should().beFreeOfCycles().check(GAMES);
    }

    @Test
    void noRuleDependsOnTheStoreOrTheMessages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..games.store..", "..games.messaging..", "..games.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..games.store..", "..games.messaging..")
                .check(GAMES);
    }
}
