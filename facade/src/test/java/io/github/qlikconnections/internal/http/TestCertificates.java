package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Creates certificates for tests with the keytool of the JDK, which takes a second. The tests of a JVM share them. */
public final class TestCertificates {

    static final String PASSWORD = "change-it";

    private static final Map<String, Path> FILES = new HashMap<>();

    private TestCertificates() {}

    /** Returns a PKCS #12 file with a key and a self-signed certificate for this host. It is also a trust store. */
    public static synchronized Path selfSigned(String subjectAlternativeName) throws Exception {
        Path file = FILES.get(subjectAlternativeName);
        if (file == null) {
            file = create(subjectAlternativeName);
            FILES.put(subjectAlternativeName, file);
        }
        return file;
    }

    private static Path create(String subjectAlternativeName) throws Exception {
        Path folder = Files.createTempDirectory("certificate");
        Path file = folder.resolve("certificate.p12");
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Stream.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2")
                .forEach(command::add);
        Stream.of("-dname", "CN=test", "-ext", "san=" + subjectAlternativeName, "-storetype", "PKCS12")
                .forEach(command::add);
        Stream.of("-storepass", PASSWORD, "-keystore", file.toString()).forEach(command::add);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(output);
        }
        return file;
    }

    public static SSLContext server(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
