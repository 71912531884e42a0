package io.github.qlikconnections.testsummary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The numbers of tests.
 *
 * @param tests the number of all tests
 * @param failed the number of tests that failed or ended with an error
 * @param skipped the number of tests that were not run
 */
record TestCounts(int tests, int failed, int skipped) {

    static TestCounts of(List<Path> reports) throws IOException {
        TestCounts sum = new TestCounts(0, 0, 0);
        for (Path report : reports) {
            TestCounts counts = read(report);
            sum = new TestCounts(sum.tests + counts.tests, sum.failed + counts.failed, sum.skipped + counts.skipped);
        }
        return sum;
    }

    private static TestCounts read(Path report) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            reader.nextTag();
            return new TestCounts(
                    count(reader, "tests"),
                    count(reader, "failures") + count(reader, "errors"),
                    count(reader, "skipped"));
        } catch (XMLStreamException | NumberFormatException e) {
            throw new IOException("Cannot read the test report " + report, e);
        }
    }

    private static int count(XMLStreamReader suite, String attribute) {
        return Integer.parseInt(suite.getAttributeValue(null, attribute));
    }

    /** Returns the last line of a build. */
    @Override
    public String toString() {
        int ran = tests - skipped;
        if (tests == 0) {
            return "No tests ran";
        }
        String line = failed == 0
                ? String.format(Locale.ROOT, "%,d tests ran, all passed", ran)
                : String.format(Locale.ROOT, "%,d tests ran, %,d failed", ran, failed);
        return skipped == 0 ? line : line + String.format(Locale.ROOT, ", %,d skipped", skipped);
    }
}
