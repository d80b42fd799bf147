package dev.mitchbot.infra.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there. */
class DocumentsTest {
    private static final String GUARANTEES = "docs/guarantees.md";
    private static final Set<String> NOT_OURS = Set.of(".git", ".mitchbot", "target", "node_modules");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?://|#)([^)#\\s]+)[^)]*\\)");

    private static final Pattern MAVEN = Pattern.compile("\\./mvnw (?:[^`#\\n]* )?-pl (?<modules>[^\\s`]+)[^`#\\n]*");
    private static final Pattern NEEDED =
            Pattern.compile("<dependency><groupId>dev\\.mitchbot</groupId><artifactId>([^<]+)<");
    private static final Pattern OWN_NAME = Pattern.compile("</parent>\\s*<artifactId>([^<]+)<");

    /** {@code aTest}, {@code AClass}, {@code AClass.aTest} or, of the class named before, {@code .aTest}. */
    private static final Pattern NAMED = Pattern.compile("`(?<type>[A-Z]\\w+)?(?:\\.?(?<method>[a-z]\\w*))?`");

    private static final Map<String, String> SOURCES = files(".java")
            .collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""), DocumentsTest::read, String::concat));

    @Test
    void linkToFilesThatAreThere() {
        assertThat(inDocuments(
                        LINK,
                        link -> link.group(1),
                        (document, link) -> Files.notExists(document.resolveSibling(link.group(1)))))
                .isEmpty();
    }

    @Test
    void nameForEachClaimATestThatIsThere() {
        List<MatchResult> named = Repository.text(GUARANTEES)
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split(" \\| "))
                .filter(cells -> cells.length == 2)
                .flatMap(cells -> NAMED.matcher(cells[1]).results())
                .toList();
        assertThat(named).hasSizeGreaterThan(100).allSatisfy(DocumentsTest::isThere);
    }

    /** What no -am builds along, Maven would look for in a repository where it is not. */
    @Test
    void giveMavenCommandsThatFindTheirModules() {
        assertThat(inDocuments(
                        MAVEN,
                        MatchResult::group,
                        (document, command) -> !command.group().contains(" -am")
                                && !areComplete(command.group("modules").split(","))))
                .isEmpty();
    }

    /** What is wrong of all that the documents have of a form, with the document. */
    private static List<String> inDocuments(
            Pattern form, Function<MatchResult, String> shown, BiPredicate<Path, MatchResult> isWrong) {
        return files(".md")
                .flatMap(document -> form.matcher(read(document))
                        .results()
                        .filter(found -> isWrong.test(document, found))
                        .map(found -> Repository.path("").relativize(document) + ": " + shown.apply(found)))
                .toList();
    }

    private static boolean areComplete(String... modules) {
        List<String> poms = Stream.of(modules)
                .map(module -> Repository.text(module + "/pom.xml"))
                .toList();
        return found(OWN_NAME, poms).containsAll(found(NEEDED, poms));
    }

    private static Set<String> found(Pattern pattern, List<String> texts) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static void isThere(MatchResult named) {
        String type = named.group("type");
        String method = named.group("method");
        if (type != null) {
            assertThat(SOURCES).as(named.group()).containsKey(type);
        }
        if (method != null) {
            String declaration = "void " + method + "(";
            if (type != null) {
                assertThat(SOURCES)
                        .extractingByKey(type, STRING)
                        .as(named.group())
                        .contains(declaration);
            } else {
                assertThat(SOURCES.values())
                        .as(named.group())
                        .anySatisfy(source -> assertThat(source).contains(declaration));
            }
        }
    }

    /** Those of the repository, not of what was built or left there by a run. */
    private static Stream<Path> files(String ending) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(Repository.path(""), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream();
    }

    private static String read(Path file) {
        return Repository.text(file.toString());
    }
}
