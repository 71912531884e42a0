package io.github.qlikconnections.livedrift;

import io.github.qlikconnections.invariants.ClientInvariantsContract;

class LiveDriftInvariantsTest extends ClientInvariantsContract {}
