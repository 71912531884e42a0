/** Application that uses only the public API of the library. */
module io.github.qlikconnections.consumer {
    requires io.github.qlikconnections;
    requires io.github.qlikconnections.testkit;
}
