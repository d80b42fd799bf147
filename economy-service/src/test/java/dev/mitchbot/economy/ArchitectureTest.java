package dev.mitchbot.economy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses ECONOMY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mitchbot.economy");

    @Test
    void theRulesKnowNoFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..economy.store..", "..economy.messaging..", "..economy.audit..", "..economy.rest..")
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
                .check(ECONOMY);
    }

    @Test
    void onlyTheStoreTouchesHibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..economy.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                .check(ECONOMY);
    }

    @Test
    void theFeaturesDoNotCycle() {
        slices().matching("dev.mitchbot.economy.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ECONOMY);
    }

    @Test
    void noRuleDependsOnTheStoreOrTheMessages() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..economy.store..", "..economy.messaging..", "..economy.audit..", "..economy.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..economy.store..", "..economy.messaging..")
                .check(ECONOMY);
    }
}
