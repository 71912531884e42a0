package io.github.qlikconnections.surface;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The parameter names of the library's methods, read from its sources because class files do not contain them. */
final class ParameterNames {

    private final Map<String, List<String>> names = new HashMap<>();

    ParameterNames() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Reader(), "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> of(Method method) {
        String types =
                Stream.of(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(","));
        String key =
                method.getDeclaringClass().getName().replaceAll(".*\\.", "") + "#" + method.getName() + "(" + types;
        List<String> found = names.get(key);
        if (found == null) {
            throw new IllegalStateException("Not in the sources: " + key);
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("module-info.java")
                            && !file.toString().contains("internal"))
                    .toList();
        }
    }

    private final class Reader extends TreeScanner<Void, String> {

        @Override
        public Void visitClass(ClassTree type, String outer) {
            return super.visitClass(
                    type, outer.isEmpty() ? type.getSimpleName().toString() : outer + "$" + type.getSimpleName());
        }

        @Override
        public Void visitMethod(MethodTree method, String type) {
            String types = method.getParameters().stream()
                    .map(parameter -> erased(parameter.getType().toString()))
                    .collect(Collectors.joining(","));
            names.put(
                    type + "#" + method.getName() + "(" + types,
                    method.getParameters().stream()
                            .map(parameter -> parameter.getName().toString())
                            .toList());
            return super.visitMethod(method, type);
        }

        private String erased(String type) {
            return type.replaceAll("<.*>", "")
                    .replaceAll("@\\w+(\\(\\))? ", "")
                    .replace("...", "[]")
                    .replaceAll("^(\\w+\\.)+", "");
        }
    }
}
