package io.github.qlikconnections.examples;

import io.github.qlikconnections.auth.Secret;

/** Runs the samples that read secrets from the environment. */
final class EnvironmentSamplesMain {

    private EnvironmentSamplesMain() {}

    public static void main(String[] args) {
        CreateConnection.main(args);
        CredentialSamples.all(() -> Secret.of("token"));
        SettingsSamples.fromEnvironment(
                qlik -> System.out.println(qlik.users().me().name()));
        AuditSources.main(args);
    }
}
