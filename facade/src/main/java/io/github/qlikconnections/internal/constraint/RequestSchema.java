package io.github.qlikconnections.internal.constraint;

import io.github.qlikconnections.client.MemberConstraints;
import io.github.qlikconnections.client.dataconnections.model.ConnectionCreateConstraints;
import io.github.qlikconnections.client.dataconnections.model.ConnectionUpdateConstraints;
import io.github.qlikconnections.client.dataconnections.model.DcaasConnectionCreateConstraints;
import io.github.qlikconnections.client.dataconnections.model.DuplicateRequestConstraints;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A schema of a request with the constraints that the OpenAPI document states. Instances are immutable and thread-safe.
 */
public final class RequestSchema {

    /** A creation from connection properties. */
    public static final RequestSchema PROPERTIES = new RequestSchema(DcaasConnectionCreateConstraints.byMember());

    /** A creation from a connect statement. */
    public static final RequestSchema STATEMENT = new RequestSchema(ConnectionCreateConstraints.byMember());

    /** A replacement of a connection. */
    public static final RequestSchema REPLACEMENT = new RequestSchema(ConnectionUpdateConstraints.byMember());

    /** A duplication of a connection. */
    public static final RequestSchema DUPLICATION = new RequestSchema(DuplicateRequestConstraints.byMember());

    private final Map<String, MemberConstraints> constraints;
    private final List<String> required;

    /** Creates a schema from the constraints of its members, in the order of the document. */
    public RequestSchema(Map<String, MemberConstraints> constraints) {
        this.constraints = constraints;
        this.required = constraints.entrySet().stream()
                .filter(member -> member.getValue().required())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the names of all members, in the order of the document. */
    public Set<String> members() {
        return constraints.keySet();
    }

    /** Returns whether a member is defined. Letter case is ignored, as by the service. */
    public boolean hasMember(String name) {
        return members().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Returns the names of the required members, in the order of the document. */
    public List<String> required() {
        return required;
    }

    /** Returns the constraints that the value of a member does not satisfy. A list is checked without its items. */
    public List<ConstraintFailure> check(String member, Object value) {
        return check(constraints.get(member), value);
    }

    /** Returns the constraints that an item of a list does not satisfy. */
    public List<ConstraintFailure> checkItem(String member, Object item) {
        return check(itemConstraints(member), item);
    }

    /** Returns the maximum number of bytes of an item of a list, if the document states one. */
    public Optional<Integer> maxItemBytes(String member) {
        return Optional.ofNullable(itemConstraints(member)).map(MemberConstraints::maxBytes);
    }

    private @Nullable MemberConstraints itemConstraints(String member) {
        MemberConstraints list = constraints.get(member);
        return list == null ? null : list.items();
    }

    private static List<ConstraintFailure> check(@Nullable MemberConstraints stated, Object value) {
        List<ConstraintFailure> failures = new ArrayList<>();
        if (stated == null) {
            return failures;
        }
        if (value instanceof List<?> items) {
            checkMinimum(Constraint.MIN_ITEMS, stated.minItems(), items.size(), failures);
            checkMaximum(Constraint.MAX_ITEMS, stated.maxItems(), items.size(), failures);
            return failures;
        }
        String text = value.toString();
        int characters = text.codePointCount(0, text.length());
        checkMinimum(Constraint.MIN_LENGTH, stated.minLength(), characters, failures);
        checkMaximum(Constraint.MAX_LENGTH, stated.maxLength(), characters, failures);
        if (stated.maxBytes() != null) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            checkMaximum(Constraint.MAX_BYTES, stated.maxBytes(), bytes, failures);
        }
        String pattern = stated.pattern();
        if (pattern != null && !Pattern.compile(pattern).matcher(text).find()) {
            failures.add(new ConstraintFailure(Constraint.PATTERN, pattern, 0));
        }
        if (!stated.values().isEmpty() && !stated.values().contains(text)) {
            failures.add(new ConstraintFailure(Constraint.VALUES, String.join(", ", stated.values()), 0));
        }
        return failures;
    }

    private static void checkMinimum(
            Constraint constraint, @Nullable Integer minimum, int size, List<ConstraintFailure> failures) {
        if (minimum != null && size < minimum) {
            failures.add(new ConstraintFailure(constraint, minimum.toString(), size));
        }
    }

    private static void checkMaximum(
            Constraint constraint, @Nullable Integer maximum, int size, List<ConstraintFailure> failures) {
        if (maximum != null && size > maximum) {
            failures.add(new ConstraintFailure(constraint, maximum.toString(), size));
        }
    }
}
