package dev.mitchbot.moderation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODERATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mitchbot.moderation");

    @Test
    void theRulesKnowNoFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..moderation.store..", "..moderation.messaging..", "..moderation.rest..")
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
                .check(MODERATION);
    }

    @Test
    void onlyTheStoreTouchesHibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..moderation.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                .check(MODERATION);
    }

    @Test
    void theFeaturesDoNotCycle() {
        slices().matching("dev.mitchbot.moderation.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MODERATION);
    }

    @Test
    void noRuleDependsOnTheStoreOrTheMessages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..moderation.store..", "..moderation.messaging..", "..moderation.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..moderation.store..", "..moderation.messaging..")
                .check(MODERATION);
    }
}
