package io.github.qlikconnections.event;

/** Why a request waits before an attempt. */
public enum WaitReason {

    /** A request of a bulk run keeps the rate limit. */
    RATE_LIMIT,

    /** The tenant has rejected a request of the same rate tier with 429. */
    CLOSED_TIER,

    /** The previous attempt failed. */
    RETRY_DELAY
}
