package io.github.qlikconnections.auth;

/** The algorithms of RFC 7518 that Qlik Cloud accepts for signed client assertions. */
public enum SigningAlgorithm {
    /** RSA signature with SHA-256. */
    RS256,
    /** RSA signature with SHA-512. */
    RS512,
    /** ECDSA with the curve P-384 and SHA-384. */
    ES384
}
