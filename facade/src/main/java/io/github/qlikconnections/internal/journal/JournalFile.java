package io.github.qlikconnections.internal.journal;

import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonReader;
import io.github.qlikconnections.internal.json.JsonWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of JSON lines, locked while it is open. Not thread-safe.
 *
 * <p>An interruption closes a {@link FileChannel} that is written at that time. The outcome of an interrupted run must still be recorded,
 * so this class writes through the {@link RandomAccessFile}, whose methods ignore interruptions.
 */
final class JournalFile implements AutoCloseable {

    /** The open files of this process. On Unix, closing a second handle of a file would release the lock of the first one. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final RandomAccessFile file;

    private JournalFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens and locks a file. Creates it if it does not exist.
     *
     * @return the file, or null if another run has locked it
     */
    static @Nullable JournalFile open(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (!OPEN.add(absolute)) {
            return null;
        }
        JournalFile file = null;
        try {
            file = lock(absolute);
        } finally {
            if (file == null) {
                OPEN.remove(absolute);
            }
        }
        return file;
    }

    private static @Nullable JournalFile lock(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        boolean isLocked = false;
        try {
            isLocked = tryLock(file) != null;
            Path folder = path.getParent();
            if (isLocked && folder != null) {
                forceFolder(folder);
            }
        } finally {
            if (!isLocked) {
                file.close();
            }
        }
        return isLocked ? new JournalFile(path, file) : null;
    }

    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Forces the entry of a new file to disk. Without it, the file may be missing after a power failure. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open folders, and its file system records new files by itself.
        }
    }

    /**
     * Reads all lines and cuts a last line that is incomplete.
     *
     * @param start the characters with which the first line of a journal starts; another file is not changed
     * @throws IOException if the file cannot be read, is no journal, or has an unreadable line that is not the last one
     */
    List<Map<?, ?>> readLines(String start) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(file.length())];
        file.seek(0);
        file.readFully(bytes);
        String head = new String(bytes, 0, Math.min(start.length(), bytes.length), StandardCharsets.UTF_8);
        if (!start.startsWith(head)) {
            throw new IOException("it is not a journal");
        }
        List<Map<?, ?>> lines = new ArrayList<>();
        int offset = 0;
        while (offset < bytes.length) {
            int end = findLineFeed(bytes, offset);
            Map<?, ?> line = end < bytes.length ? parse(bytes, offset, end) : null;
            if (line == null && end + 1 < bytes.length) {
                throw new IOException("its line " + (lines.size() + 1) + " is not a JSON object");
            }
            if (line == null) {
                file.setLength(offset);
                break;
            }
            lines.add(line);
            offset = end + 1;
        }
        file.seek(file.length());
        return lines;
    }

    private static int findLineFeed(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static @Nullable Map<?, ?> parse(byte[] bytes, int start, int end) {
        try {
            return JsonReader.read(new String(bytes, start, end - start, StandardCharsets.UTF_8))
                            instanceof Map<?, ?> members
                    ? members
                    : null;
        } catch (InvalidJsonException e) {
            return null;
        }
    }

    /** Appends a line and forces it to disk. */
    void append(Map<String, Object> line) throws IOException {
        file.write((JsonWriter.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        OPEN.remove(path);
        file.close();
    }
}
