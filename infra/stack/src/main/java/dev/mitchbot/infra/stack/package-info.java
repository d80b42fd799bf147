/** Starts the whole of Mitchbot on one machine, for a person in a terminal and for end-to-end tests. */
package dev.mitchbot.infra.stack;
