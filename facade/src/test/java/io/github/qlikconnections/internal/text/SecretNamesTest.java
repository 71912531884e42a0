package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                "SFpassword",
                "dbPasswd",
                "P12CustomPwd",
                "privateKeyPassphrase",
                "passcode",
                "secretKey",
                "clientSecret",
                "sftoken",
                "accessToken",
                "accessKey",
                "s3AccessKey",
                "s3SecretKey",
                "api_key",
                "API-Key",
                "adlsclientappkey",
                "mutualPfxCertificateKey",
                "mutualPfxCertificateFiles",
                "PRIV_KEY_FILE",
                "privateKey",
                "privateKeyFile",
                "serviceAccountKeyFile",
                "KeyFilePath",
                "jsonCredentials",
                "authCode",
                "Authorization",
                "bearer",
                "cookie",
                "sasSignature",
                "connectionString",
                "queryHeaders",
                "keys",
                "pin",
                "keyStore",
                "pkcs12",
                "qPassword",
                "qConnectionSecret",
                "pass",
                "DB_PASS",
                "pw",
                "auth",
                "proxyAuth",
                "authHeader",
                "jwt",
                "jwt_value",
                "otp",
                "otpCode",
                "sas",
                "sig",
                "sasUrl",
                "SAS_URL",
                "blobSasUri",
                "pat",
                "githubPAT",
                "pat1"
            })
    void nameMayBeSecret(String name) {
        assertThat(SecretNames.mayBeSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username",
                "bucketName",
                "region",
                "host",
                "port",
                "url",
                "publicKey",
                "public_key",
                "primaryKeys",
                "partitionKey",
                "foreignKey",
                "sortKey",
                "separateCredentials",
                "selectedCredentials",
                "credentialsName",
                "qCredentialsID",
                "tokenUrl",
                "tokenEndpoint",
                "passwordPolicy",
                "tokenType",
                "keyAlgorithm",
                "publicKeyFingerprint",
                "TrustedCerts",
                "rootCertificates",
                "keyboard",
                "path",
                "HTTPPath",
                "pattern",
                "authSchema",
                "AuthMech",
                "authenticator",
                "authentication_mode",
                "OAuthMechanism",
                "author",
                "bypass",
                "compass",
                "passThrough",
                "Saskatchewan",
                "otpLength",
                "jwtUrl",
                "",
                "---"
            })
    void nameIsNotSecret(String name) {
        assertThat(SecretNames.mayBeSecret(name)).isFalse();
    }
}
