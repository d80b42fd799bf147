/** Real PostgreSQL and Kafka for tests and for the stack, from Maven artifacts instead of containers. */
package dev.mitchbot.infra.servers;
