/** An application that uses the library as its users do. */
module io.github.qlikconnections.consumer {
    requires io.github.qlikconnections;
    requires io.github.qlikconnections.testkit;
}
