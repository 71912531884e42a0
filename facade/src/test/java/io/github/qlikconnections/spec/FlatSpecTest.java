package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import org.junit.jupiter.api.Test;

class FlatSpecTest {

    private static final ConnectionSpec SPEC = ConnectionSpec.parse("File_AmazonS3ConnectorV2", """
            {"connectorProvider": "Some.exe", "connectorVersion": "1.2.3", "connectionProperties": {
              "type": "object",
              "properties": {
                "region": {"type": "string", "default": "eu-west-1", "enum": ["eu-west-1", "us-east-1"],
                           "description": "Where the bucket is."},
                "bucketName": {"type": "string"},
                "separateCredentials": {"type": "boolean", "default": false},
                "accessKey": {"type": "string"},
                "secretKey": {"type": "string"}
              }}}""");

    @Test
    void namesThePropertiesInTheOrderOfTheDocument() {
        assertThat(SPEC.properties())
                .extracting(PropertySpec::name)
                .containsExactly("region", "bucketName", "separateCredentials", "accessKey", "secretKey");
        PropertySpec region = SPEC.property("region").orElseThrow();
        assertThat(region.type()).isEqualTo(PropertyType.STRING);
        assertThat(region.defaultValue()).contains("eu-west-1");
        assertThat(region.allowedValues()).containsExactly("eu-west-1", "us-east-1");
        assertThat(region.requirement()).isEqualTo(Requirement.NOT_STATED);
        assertThat(region.isSecret()).isFalse();
        assertThat(SPEC.property("secretKey").orElseThrow().isSecret()).isTrue();
    }

    @Test
    void acceptsADraftThatFits() {
        ConnectionDraft draft = ConnectionDraft.of("File_AmazonS3ConnectorV2", "Lake")
                .set("region", "us-east-1")
                .set("bucketName", "orders")
                .secret("accessKey", Secret.of("id"))
                .secret("secretKey", Secret.of("hush"))
                .build();

        ValidationReport report = SPEC.validate(draft);

        assertThat(report.isValid()).isTrue();
        assertThat(report.violations()).isEmpty();
    }

    @Test
    void findsAllMistakesAtOnce() {
        ConnectionDraft draft = ConnectionDraft.of("File_AmazonS3ConnectorV2", "Lake")
                .set("region", "US-EAST-1")
                .set("bucket_name", "orders")
                .set("separateCredentials", "yes")
                .build();

        ValidationReport report = SPEC.validate(draft);

        assertThat(report.errors())
                .extracting(Violation::path, Violation::code)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("region", ViolationCode.NOT_ALLOWED),
                        org.assertj.core.groups.Tuple.tuple("bucket_name", ViolationCode.UNKNOWN_PROPERTY),
                        org.assertj.core.groups.Tuple.tuple("separateCredentials", ViolationCode.WRONG_TYPE));
        assertThat(report.render()).contains("us-east-1", "bucketName");
    }
}
