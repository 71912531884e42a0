package io.github.qlikconnections.examples.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. The profile {@code demo} starts it with a tenant in the same process. */
@SpringBootApplication
public class ConnectionService {

    /**
     * Starts the service.
     *
     * @param args settings such as {@code --spring.profiles.active=demo}
     */
    public static void main(String[] args) {
        SpringApplication.run(ConnectionService.class, args);
    }
}
