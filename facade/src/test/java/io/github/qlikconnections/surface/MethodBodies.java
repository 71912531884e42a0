package io.github.qlikconnections.surface;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names of the fields and methods that the methods of the library use, read from its sources. */
final class MethodBodies {

    private final Map<String, Set<String>> identifiers = new HashMap<>();

    MethodBodies() {
        for (CompilationUnitTree unit : PublicSources.parse()) {
            unit.accept(new Reader(), "");
        }
    }

    Set<String> identifiers(Class<?> type, String method) {
        return identifiers.getOrDefault(type.getSimpleName() + "#" + method, Set.of());
    }

    private final class Reader extends TreeScanner<Void, String> {

        @Override
        public Void visitClass(ClassTree type, String place) {
            return super.visitClass(type, type.getSimpleName().toString());
        }

        @Override
        public Void visitMethod(MethodTree method, String type) {
            return super.visitMethod(method, type.replaceAll("#.*", "") + "#" + method.getName());
        }

        @Override
        public Void visitIdentifier(IdentifierTree name, String place) {
            add(place, name.getName().toString());
            return super.visitIdentifier(name, place);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree name, String place) {
            add(place, name.getIdentifier().toString());
            return super.visitMemberSelect(name, place);
        }

        private void add(String place, String name) {
            identifiers.computeIfAbsent(place, key -> new HashSet<>()).add(name);
        }
    }
}
