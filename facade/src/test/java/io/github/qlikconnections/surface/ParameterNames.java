package io.github.qlikconnections.surface;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameter names of the library's methods, read from its sources because class files do not contain them. */
final class ParameterNames {

    private final Map<String, List<String>> names = new HashMap<>();

    ParameterNames() {
        for (CompilationUnitTree unit : PublicSources.parse()) {
            unit.accept(new Reader(), "");
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
