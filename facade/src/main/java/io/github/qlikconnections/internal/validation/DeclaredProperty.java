package io.github.qlikconnections.internal.validation;

import java.util.Optional;

/**
 * A property as the rules need it, so that they do not depend on the public specification.
 *
 * @param name the exact name
 * @param isFile whether the value is a file
 * @param statesRequirement whether the specification states that the property is required, optional or conditional
 * @param uncheckedReason why values of the property are not checked, empty if they are
 */
public record DeclaredProperty(
        String name, boolean isFile, boolean statesRequirement, Optional<String> uncheckedReason) {}
